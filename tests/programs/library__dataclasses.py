# dataclasses: fields and defaults, order, frozen, slots, keyword-only, inheritance, conversion.
import dataclasses
from dataclasses import (KW_ONLY, MISSING, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields,
                         is_dataclass, make_dataclass, replace)
from typing import ClassVar


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === A point ===
@dataclass
class Point:
    """A place in the plane."""

    x: int
    y: int = 0


p = Point(1)
print(p, repr(Point(y=2, x=3)), p == Point(1, 0), p == Point(1, 1), p != Point(2), p == (1, 0), Point.__match_args__, Point.y)
p.x = 5
print(p, p.__dict__, Point.__doc__, Point.__eq__(p, 3), Point.__hash__)
show(Point)
show(Point, 1, 2, 3)
show(Point, 1, z=2)
show(Point, 1, x=2)
show(hash, p)
show(lambda: p < p)
match p:
    case Point(5, y=height):
        print("matched", height)


# === Defaults ===
@dataclass
class Basket:
    owner: str
    items: list[str] = field(default_factory=list)
    size: int = field(default=3, repr=False)
    total: float = field(default=0.0, compare=False)
    count: int = field(init=False, default=7)
    secret: str = field(init=False, repr=False)


one, two = Basket("a"), Basket("a", total=9.5)
one.items.append("egg")
print(one, two, one == two, two.count)
show(lambda: two.secret)
two.items = ["egg"]
print(one == two if not hasattr(one, "secret") else None, Basket.size) if False else print(Basket.size, hasattr(Basket, "items"))


def mutable():
    @dataclass
    class Bad:
        items: list = []


def order_of_defaults():
    @dataclass
    class Bad:
        a: int = 1
        b: int


def both():
    field(default=1, default_factory=int)


def unannotated():
    @dataclass
    class Bad:
        a = field()


for call in (mutable, order_of_defaults, both, unannotated):
    show(call)


# === order, frozen, hash ===
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


v = Version(1, 2)
print(sorted([Version(2), v, Version(1, 1, "z")]), v < Version(1, 3), v >= Version(1, 2, "other"), max(v, Version(0, 9)))
print(hash(v) == hash(Version(1, 2, "x")), {v: "here"}[Version(1, 2)], len({v, Version(1, 2), Version(3)}))
show(setattr, v, "major", 9)
show(setattr, v, "new", 9)
show(delattr, v, "major")
show(lambda: v < 3)
try:
    v.major = 3
except FrozenInstanceError as error:
    print("frozen:", error, isinstance(error, AttributeError))
print(replace(v, minor=7), replace(v), dataclasses.replace(p, y=-1))
show(replace, v, nothing=1)
show(replace, 3)


@dataclass(unsafe_hash=True)
class Loose:
    a: int


@dataclass(eq=False)
class Same:
    a: int


print(hash(Loose(1)) == hash(Loose(1)), Same(1) == Same(1), Same.__hash__ is object.__hash__)


def order_without_eq():
    @dataclass(order=True, eq=False)
    class Bad:
        a: int


show(order_without_eq)


# === __post_init__, InitVar, ClassVar ===
@dataclass
class Circle:
    radius: float
    scale: InitVar[int] = 1
    area: float = field(init=False)
    count: ClassVar[int] = 0

    def __post_init__(self, scale):
        self.radius *= scale
        self.area = round(3.14 * self.radius**2, 2)
        Circle.count += 1


print(Circle(2), Circle(1, 3), Circle.count, [f.name for f in fields(Circle)])
show(replace, Circle(2), area=3)
print(replace(Circle(2), scale=2))


# === Inheritance ===
@dataclass
class Animal:
    name: str
    legs: int = 4


@dataclass
class Bird(Animal):
    legs: int = 2
    wings: int = 2

    def speak(self):
        return f"{self.name} has {self.wings} wings"


print(Bird("tit"), Bird("tit").speak(), [f.name for f in fields(Bird)], isinstance(Bird("x"), Animal), Animal("a", 2) == Bird("a"))


def thaw():
    @dataclass
    class Bad(Version):
        pass


def freeze():
    @dataclass(frozen=True)
    class Bad(Animal):
        pass


show(thaw)
show(freeze)


# === Keyword-only ===
@dataclass
class Options:
    name: str
    _: KW_ONLY
    debug: bool = False
    level: int


@dataclass(kw_only=True)
class AllKeywords:
    a: int
    b: int = 2


print(Options("x", level=3), Options.__match_args__, AllKeywords(a=1), AllKeywords.__match_args__)
show(Options, "x", True, 3)
show(Options, "x")
show(AllKeywords, 1)


# === slots ===
@dataclass(slots=True)
class Slim:
    a: int
    b: list = field(default_factory=list)

    def both(self):
        return self.a, self.b


slim = Slim(1)
print(slim, Slim.__slots__, hasattr(slim, "__dict__"), slim.both())
show(setattr, slim, "c", 3)


@dataclass(frozen=True, slots=True)
class Frozen:
    a: int = 5


print(Frozen(), hash(Frozen()) == hash(Frozen(5)))
show(setattr, Frozen(), "a", 3)

# === fields, asdict, astuple ===
for f in fields(Basket):
    print(f.name, f.type, f.default if f.default is not MISSING else "-", f.init, f.repr, f.compare, f.kw_only)
print(fields(Point)[1])


@dataclass
class Line:
    start: Point
    ends: list[Point]
    names: dict[str, Point] = field(default_factory=dict, metadata={"unit": "m"})
    pair: tuple = ()


line = Line(Point(0, 0), [Point(1, 1), Point(2)], {"a": Point(9)}, (Point(3), 4))
print(line)
print(asdict(line), astuple(line))
print(asdict(line)["ends"] is not line.ends, fields(line)[2].metadata["unit"], asdict(Point(1), dict_factory=lambda pairs: list(pairs)))
show(asdict, Point)
show(fields, 3)
print(is_dataclass(Point), is_dataclass(p), is_dataclass(3), is_dataclass(dict))

# === make_dataclass ===
C = make_dataclass("C", [("x", int), "y", ("z", int, field(default=5))], namespace={"sum": lambda self: self.x + self.z})
print(C(1, 2), C(1, 2).sum(), C.__name__, C.__module__)
show(make_dataclass, "D", ["a", "a"])
show(make_dataclass, "D", ["class"])
show(make_dataclass, "D", ["1a"])


# === What the class has already stays ===
@dataclass
class Own:
    a: int

    def __repr__(self):
        return f"<Own {self.a}>"

    def __eq__(self, other):
        return True


print(Own(3), Own(1) == Own(2), Own.__hash__)


@dataclass
class Node:
    value: int
    next: "Node | None" = None


loop = Node(1)
loop.next = loop
print(loop)


@dataclass
class Nothing:
    pass


print(Nothing(), Nothing() == Nothing(), Nothing.__doc__)
print(Circle.__doc__, Options.__doc__)


@dataclass
class Inner:
    @dataclass
    class Deep:
        z: int


print(Inner.Deep(3))
