# enum: members, lookup, aliases, auto, unique, methods, mixins, the functional way.
import enum
from enum import Enum, IntEnum, StrEnum, auto, unique


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Members ===
class Color(Enum):
    """The colours of a traffic light."""

    RED = 1
    YELLOW = 2
    GREEN = 3


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, type(Color.RED), Color)
print(list(Color), len(Color), [c.name for c in reversed(Color)])
print(Color(2), Color["GREEN"], Color.RED is Color(1), Color.RED == 1, Color.RED != Color.GREEN)
print(Color.RED in Color, 2 in Color, 9 in Color, "RED" in Color, isinstance(Color.RED, Color), Color.__members__)
show(Color, 9)
show(Color, "RED")
show(lambda: Color["PINK"])
show(lambda: Color.PINK)
show(lambda: Color.RED < Color.GREEN)
show(setattr, Color, "RED", 5)
show(setattr, Color.RED, "value", 5)
show(setattr, Color.RED, "name", 5)
show(delattr, Color, "RED")
print(f"{Color.RED} {Color.RED!r:>20} {Color.RED:>12}|", "%s" % Color.GREEN, {Color.RED: "stop"}[Color.RED])
print(hash(Color.RED) == hash("RED"), bool(Color.RED), Color.__doc__, Color.RED.__class__.__name__)
match Color(3):
    case Color.RED:
        print("stop")
    case Color.GREEN:
        print("go")
for member in Color:
    print(member.name.lower(), member.value, end="; ")
print()


# === Aliases and unique ===
class Shape(Enum):
    SQUARE = 2
    DIAMOND = 1
    CIRCLE = 3
    ALIAS_FOR_SQUARE = 2


print(Shape.ALIAS_FOR_SQUARE, list(Shape), list(Shape.__members__), Shape(2), Shape["ALIAS_FOR_SQUARE"].name)


def make_unique():
    @unique
    class Mistake(Enum):
        ONE = 1
        TWO = 2
        ALSO_ONE = 1
        ALSO_TWO = 2


show(make_unique)


@unique
class Fine(Enum):
    A = 1
    B = 2


print(list(Fine))


# === auto ===
class Step(Enum):
    FIRST = auto()
    SECOND = auto()
    TENTH = 10
    NEXT = auto()


print([(s.name, s.value) for s in Step])


class Ordinal(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{count}-{last_values}"

    NORTH = auto()
    SOUTH = auto()


print([o.value for o in Ordinal])


# === Methods, properties, init ===
class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / (self.radius * self.radius), 2)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)

    def __str__(self):
        return f"planet {self.name.title()}"


print(Planet.EARTH, repr(Planet.EARTH), Planet.EARTH.gravity, Planet.heaviest(), Planet.EARTH.value)


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(str(Coordinate.PY), Coordinate.PY.label, Coordinate(0), bytes(Coordinate.PY))


# === IntEnum and StrEnum ===
class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW, repr(Level.LOW), Level.LOW < Level.HIGH, Level.LOW + 1, Level.HIGH == 10, sorted(Level, reverse=True))
print(f"{Level.HIGH} {Level.HIGH:04d}", "%d" % Level.HIGH, [10, 20, 30][Level.LOW], isinstance(Level.LOW, int), Level(10), int(Level.LOW))
print({Level.LOW: "a"}[1], max(Level), sum(Level), Level.LOW.bit_length())


class Size(StrEnum):
    SMALL = auto()
    LARGE = auto()
    HUGE = "XXL"


print(Size.SMALL, repr(Size.SMALL), Size.LARGE == "large", Size.HUGE.lower(), f"{Size.HUGE:>5}", ",".join(Size), Size("XXL"))
show(Size, "nope")
show(lambda: StrEnum("Bad", {"A": 1}))


class Text(str, Enum):
    A = "a"
    B = "b"


print(Text.A, repr(Text.A), Text.A == "a", f"{Text.A}", Text.A + "c", Text("b"))


class Temperature(float, Enum):
    COLD = 1.5


print(Temperature.COLD, repr(Temperature.COLD), Temperature.COLD * 2)


# === Missing values ===
class Answer(Enum):
    YES = "yes"
    NO = "no"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.value == value.lower():
                    return m
        if value == 0:
            return 17
        if value == 1:
            raise KeyError("own")
        return None


print(Answer("YES"), Answer("No"))
show(Answer, "maybe")
show(Answer, 0)
show(Answer, 1)

# === The functional way ===
Animal = Enum("Animal", "ANT BEE CAT")
print(Animal, list(Animal), Animal.__module__, Animal.BEE.value)
print(list(Enum("Vehicle", ["CAR", "BIKE"], start=5)), list(Enum("Pairs", [("A", "x"), ("B", "y")])), list(Enum("Map", {"P": 1, "Q": 2})))
print(list(IntEnum("Number", "ONE, TWO", start=0)), list(Enum("Names", "a b", type=str)))

# === What is refused ===


def extend():
    class More(Color):
        BLUE = 4


def twice():
    class Twice(Enum):
        A = 1
        A = 2


def sunder():
    class Bad(Enum):
        _bad_ = 1


def mro():
    class Bad(Enum):
        mro = 1


def method_clash():
    class Bad(Enum):
        A = 1

        def A(self):
            pass


for call in (extend, twice, sunder, mro, method_clash):
    show(call)


# === Odds and ends ===
class Base(Enum):
    def describe(self):
        return f"{self.name} is {self.value}"


class Derived(Base):
    X = [1]
    Y = {"a": 1}
    _ignore_ = ["temp"]
    temp = 3

    class Inner:
        pass

    helper = enum.nonmember(9)
    hidden = enum.member(lambda: 5)
    __private = 4

    @staticmethod
    def stat():
        return "static"


print(Derived.X.describe(), Derived([1]), Derived.stat(), list(Derived)[:2], Derived.helper, Derived.Inner.__name__, len(Derived))
show(Derived, [2])
print(Color.RED.__objclass__, Color._member_names_, Color._value2member_map_)
print(isinstance(Color, enum.EnumType), enum.EnumMeta is enum.EnumType, type(Color))
import copy
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
show(Enum, "x")
show(Base, "x")
class Account(Enum):
    name = "n"
    value = "v"
print(Account.name, Account.value, Account.name.value)
