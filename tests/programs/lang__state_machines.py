# State machines: by dict, by generator, by methods, by enum.
from enum import Enum, auto

TRANSITIONS = {("locked", "coin"): "unlocked", ("unlocked", "push"): "locked"}


def turnstile(events):
    state = "locked"
    for event in events:
        new = TRANSITIONS.get((state, event), state)
        yield f"{state} --{event}--> {new}"
        state = new


print(*turnstile(["push", "coin", "coin", "push"]), sep="\n")


def traffic_light():
    while True:
        for colour, seconds in (("green", 3), ("yellow", 1), ("red", 2)):
            command = yield colour, seconds
            if command == "blink":
                while (yield "blinking", 0) != "normal":
                    pass
                break


light = traffic_light()
print(next(light), next(light), light.send("blink"), next(light), light.send("normal"))


class Door:
    def __init__(self):
        self.state = self.closed

    def closed(self, event):
        match event:
            case "open":
                self.state = self.opened
            case "lock":
                self.state = self.locked
            case _:
                raise ValueError(f"cannot {event} a closed door")

    def opened(self, event):
        if event != "close":
            raise ValueError(f"cannot {event} an open door")
        self.state = self.closed

    def locked(self, event):
        if event == "unlock":
            self.state = self.closed

    def __call__(self, *events):
        for event in events:
            try:
                self.state(event)
            except ValueError as error:
                print(" ", error)
        return self.state.__name__


door = Door()
print(door("open", "lock", "close", "lock", "open", "unlock", "paint"))


class Phase(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()

    @property
    def next(self):
        members = list(Phase)
        return members[(members.index(self) + 1) % len(members)]

    def can(self, action):
        return action in {Phase.IDLE: {"start"}, Phase.RUNNING: {"stop", "pause"}}.get(self, set())


phase = Phase.IDLE
for _ in range(4):
    print(phase, phase.value, phase.can("start"), end="; ")
    phase = phase.next
print()


def parse_quoted(text):
    fields, field, quoted = [], "", False
    for char in text:
        match char, quoted:
            case '"', _:
                quoted = not quoted
            case ",", False:
                fields.append(field)
                field = ""
            case c, _:
                field += c
    if quoted:
        raise ValueError("unterminated quote")
    return fields + [field]


print(parse_quoted('a,"b,c",,d'), parse_quoted(""))
try:
    parse_quoted('"x')
except ValueError as error:
    print(error)
