# Classes that keep track: of instances, of calls, of time, of order.
import itertools


class Tracked:
    instances = 0
    _ids = itertools.count(1)
    registry = {}

    def __init__(self, name):
        Tracked.instances += 1
        self.id = next(self._ids)
        self.name = name
        self.registry[self.id] = self

    def __repr__(self):
        return f"{type(self).__name__}#{self.id}({self.name})"

    @classmethod
    def named(cls, name):
        return [t for t in cls.registry.values() if t.name == name]


class Special(Tracked):
    registry = {}
    instances = "own"


a, b, c = Tracked("x"), Special("y"), Tracked("x")
print(a, b, c, Tracked.instances, Special.instances, Tracked.registry, Special.registry, Tracked.named("x"))
a.instances = 99
print(a.instances, Tracked.instances, c.instances, "instances" in vars(a), "instances" in vars(c))


class Logged:
    def __init__(self):
        self.calls = []

    def __getattribute__(self, name):
        if not name.startswith("_") and name != "calls":
            object.__getattribute__(self, "calls").append(name)
        return object.__getattribute__(self, name)

    def work(self):
        return "worked"

    value = 5


l = Logged()
l.work()
l.value
try:
    l.missing
except AttributeError as error:
    print(error)
print(l.calls)


class Stopwatch:
    def __init__(self, clock):
        self.clock, self.laps = clock, []

    def __enter__(self):
        self.start = self.clock()
        return self

    def __exit__(self, *exc):
        self.laps.append(self.clock() - self.start)


ticks = iter([0, 5, 10, 12])
watch = Stopwatch(lambda: next(ticks))
for _ in range(2):
    with watch:
        pass
print(watch.laps, sum(watch.laps))


class Ordered:
    created = []

    def __new__(cls, *args):
        self = super().__new__(cls)
        cls.created.append(args)
        return self

    def __init__(self, *args):
        self.args = args

    def __lt__(self, other):
        return self.args < other.args


things = [Ordered(3), Ordered(1), Ordered(2)]
print([t.args for t in sorted(things)], Ordered.created, min(things).args, max(things, key=lambda t: t.args).args)


class Cell:
    def __init__(self):
        self.history = []

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return instance.__dict__.get(self.name, 0) if instance else self

    def __set__(self, instance, value):
        self.history.append((self.name, value))
        instance.__dict__[self.name] = value


class Sheet:
    a, b = Cell(), Cell()


sheet = Sheet()
sheet.a = 1
sheet.b = sheet.a + 1
sheet.a += 10
print(sheet.a, sheet.b, Sheet.a.history, Sheet.b.history, vars(sheet))
