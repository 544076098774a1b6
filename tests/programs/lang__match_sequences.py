# match: sequences, mappings, classes, nesting.
from collections import OrderedDict, deque, namedtuple
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


class Circle:
    __match_args__ = ("center", "radius")

    def __init__(self, center, radius):
        self.center, self.radius = center, radius


class Plain:
    def __init__(self, a):
        self.a = a


Pair = namedtuple("Pair", "left right")


def describe(value):
    match value:
        case []:
            return "empty sequence"
        case [x]:
            return f"one: {x}"
        case ["go", ("north" | "south") as where]:
            return f"go {where}"
        case ["drop", *things]:
            return f"drop {things}"
        case [first, *middle, last] if len(middle) > 1:
            return f"{first}..{last} around {middle}"
        case (Point(x=0, y=0), _):
            return "origin first"
        case [Point(x, y), Point(x=a)]:
            return f"two points {x} {y} {a}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"nested": {"list": [_, {"deep": deep}]}}:
            return f"deep {deep}"
        case {}:
            return f"mapping of {len(value)}"
        case Point(0):
            return "on the y axis"
        case Point(x, y=yy):
            return f"point {x},{yy}"
        case Circle(Point(), radius=int(r)):
            return f"circle at a point, {r}"
        case Circle(c, r):
            return f"circle {c} {r}"
        case Plain(a=[1, *_]):
            return "plain with a list"
        case str() | bytes():
            return "not a sequence here"
        case _:
            return "nothing"


for value in ([], (), [1], "ab", b"ab", bytearray(b"ab"), ["go", "north"], ["go", "up"], ["drop", 1, 2], [1, 2, 3, 4], (Point(0), 5), [Point(1, 2), Point(3)], {"type": "circle", "r": 2, "c": 3}, {"type": "circle"},
              {"nested": {"list": [0, {"deep": "x"}]}}, {}, Point(0, 5), Point(1), Circle(Point(1), 3), Circle("c", 2.5), Plain([1, 2]), Plain(5), range(3), deque([1]), {1, 2}, iter([1]), OrderedDict(a=1), Pair(1, 2), 5):
    print(type(value).__name__, "->", describe(value))

# === Errors ===
for source in ("match 5:\n  case Plain(1): pass", "match Plain(1):\n  case Plain(1): pass", "match Point(1):\n  case Point(1, 2, 3): pass", "match Point(1):\n  case Point(1, x=1): pass", "match 1:\n  case len(): pass", "match 'a':\n  case str(x, y): pass"):
    try:
        exec(source)
        print("fine")
    except TypeError as error:
        print(error)


class BadArgs:
    __match_args__ = "x"


class Missing:
    __match_args__ = ("nothing",)


for thing in (BadArgs(), Missing()):
    try:
        match thing:
            case BadArgs(1):
                print("never")
            case Missing(1):
                print("never")
            case _:
                print("no match")
    except TypeError as error:
        print(error)

# === Order of looks ===


class Nosy:
    def __getattr__(self, name):
        print("asks for", name)
        if name == "b":
            raise AttributeError
        return 1


match Nosy():
    case Nosy(a=2):
        print("a")
    case Nosy(a=1, b=1):
        print("b")
    case Nosy(c=c):
        print("c", c)
