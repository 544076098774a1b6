# enum in use: a state machine, members with behaviour, lookups, permissions, dispatch.
from enum import Enum, Flag, IntEnum, StrEnum, auto
from functools import reduce
from operator import or_


class State(Enum):
    """A traffic light that knows what comes next."""

    RED = "stop"
    GREEN = "go"
    YELLOW = "careful"

    @property
    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]

    @classmethod
    def start(cls):
        return cls.RED


light = State.start()
for _ in range(4):
    print(light.name, light.value, end=" -> ")
    light = light.next
print(light)


# === Behaviour for each member ===
class Operation(Enum):
    ADD = "+", lambda a, b: a + b
    SUB = "-", lambda a, b: a - b
    MUL = "*", lambda a, b: a * b

    def __init__(self, symbol, function):
        self.symbol = symbol
        self.function = function

    def __call__(self, a, b):
        return self.function(a, b)

    @classmethod
    def of(cls, symbol):
        for member in cls:
            if member.symbol == symbol:
                return member
        raise ValueError(f"no operation {symbol!r}")


print([op(6, 3) for op in Operation], Operation.of("*").name)
try:
    Operation.of("/")
except ValueError as error:
    print(error)


# === Transitions ===
class Order(StrEnum):
    NEW = auto()
    PAID = auto()
    SENT = auto()
    DONE = auto()


ALLOWED = {Order.NEW: {Order.PAID}, Order.PAID: {Order.SENT}, Order.SENT: {Order.DONE}, Order.DONE: set()}


def go(state, new):
    if new not in ALLOWED[state]:
        raise RuntimeError(f"cannot go from {state} to {new}")
    return new


state = Order.NEW
for new in (Order.PAID, Order.SENT, Order.NEW):
    try:
        state = go(state, new)
        print(state, end=" ")
    except RuntimeError as error:
        print(error)
print(Order("paid") is Order.PAID, "sent" == Order.SENT, sorted(Order), f"{Order.DONE!r}", "-".join(Order))


# === Priorities ===
class Priority(IntEnum):
    LOW = 10
    HIGH = 30
    MIDDLE = 20


tasks = [("sweep", Priority.LOW), ("fix", Priority.HIGH), ("plan", Priority.MIDDLE)]
print([name for name, p in sorted(tasks, key=lambda t: -t[1])], max(Priority), Priority.HIGH > 25, Priority(20).name, [p.name for p in sorted(Priority)])


# === Permissions ===
class Access(Flag):
    READ = auto()
    WRITE = auto()
    DELETE = auto()
    EDIT = READ | WRITE
    ALL = READ | WRITE | DELETE


roles = {"guest": Access.READ, "editor": Access.EDIT, "admin": Access.ALL}
for role, access in roles.items():
    print(role, access, Access.WRITE in access, [a.name for a in access], len(access))
print(reduce(or_, roles.values()) == Access.ALL, roles["admin"] & ~Access.READ, bool(roles["guest"] & Access.WRITE))


# === Dispatch and aliases ===
class Weekday(Enum):
    MON, TUE, SUN = range(1, 4)
    SUNDAY = 3

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None


def plan(day):
    match day:
        case Weekday.SUN:
            return "rest"
        case Weekday.MON | Weekday.TUE:
            return "work"


print([plan(d) for d in Weekday], Weekday("sunday"), Weekday("mon"), Weekday.SUNDAY is Weekday.SUN, len(Weekday), list(Weekday.__members__))
print({d: d.name.title() for d in Weekday}, Weekday.MON in {Weekday.MON}, Weekday["TUE"].value)
