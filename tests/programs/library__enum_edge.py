# Enums at the edges.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.RED

    def __str__(self):
        return f"<{self.name}>"


# === Members ===
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.__members__)
print(Color.RED == 1, Color.RED is Color(1), Color.RED in Color, 1 in Color, 9 in Color, isinstance(Color.RED, Color), {Color.RED: "r"}, Color.RED.nice, Color.default(), f"{Color.RED} {Color.GREEN!r}", type(Color.RED), Color)
for call in (lambda: Color(9), lambda: Color["BLUE"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.GREEN, lambda: Color.RED.BLUE, lambda: Color(), lambda: int(Color.RED), lambda: setattr(Color.RED, "name", "x"), lambda: setattr(Color.RED, "value", 5)):
    show(call)
show(lambda: exec("class More(Color): pass", globals()))
show(lambda: exec("class Twice(Enum):\n  A = 1\n  A = 2", globals()))
show(lambda: exec("@unique\nclass U(Enum):\n  A = 1\n  B = 1\n  C = 1", globals()))


# === auto and others ===
class Auto(Enum):
    A = auto()
    B = 10
    C = auto()
    D = "text"


show(lambda: [(m.name, m.value) for m in Auto])


class Named(StrEnum):
    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)

    ONE = auto()
    TWO = auto()


print(list(Named), Named.ONE, Named.ONE == "one0", Named.TWO.upper(), f"{Named.ONE:>6}", "-".join(Named))


class Planet(Enum):
    EARTH = (5.97, 6371)
    MARS = (0.64, 3389)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius * 1000, 2)


print(Planet.EARTH.mass, Planet.MARS.density, Planet((0.64, 3389)), Planet.EARTH.value)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW < Level.HIGH, Level.LOW + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.HIGH}", str(Level.LOW), repr(Level.LOW), Level.LOW == 1, [0, "x"][Level.LOW], max(Level), Level(10), "%d" % Level.HIGH)


# === Flags ===
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, Perm.RW, Perm.RW & Perm.R, ~Perm.R, Perm.R ^ Perm.RW, Perm(0), bool(Perm(0)), Perm.R in Perm.RW, list(Perm.RW), Perm(7), len(Perm.RW), Perm.R.value, repr(Perm.R | Perm.X))
show(lambda: Perm(8))
show(lambda: Perm.R | 1)


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | Bits.B, Bits.A | 8, Bits(3) == 3, Bits.A + 1, ~Bits.A, repr(Bits(8)))


class Odd(Enum):
    FIRST = 1
    ignored = nonmember(5)

    @member
    def function():
        pass

    class Inner(Enum):
        X = 1


print([m.name for m in Odd], Odd.ignored, Odd.Inner.X if hasattr(Odd.Inner, "X") else Odd.Inner)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Enum("Pair", {"L": 1, "R": 2}).R, IntEnum("N", ["A", "B"], start=5).B.value)


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "a" else None


print(Missing("a"))
show(lambda: Missing("b"))
