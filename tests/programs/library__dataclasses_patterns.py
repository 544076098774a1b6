# dataclasses in use: value objects, validation, computed fields, trees, sorting, matching.
import json
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from functools import cached_property
from typing import ClassVar


# === Validation ===
@dataclass
class Account:
    owner: str
    balance: int = 0
    log: list[str] = field(default_factory=list, repr=False, compare=False)
    bank: ClassVar[str] = "Bank of Examples"

    def __post_init__(self):
        if self.balance < 0:
            raise ValueError(f"balance must not be negative: {self.balance}")

    def deposit(self, amount):
        self.balance += amount
        self.log.append(f"+{amount}")
        return self


a = Account("Ann", 5).deposit(10)
print(a, a.log, a == Account("Ann", 15), Account.bank)
try:
    Account("Bob", -1)
except ValueError as error:
    print(error)
print(replace(a, owner="Cid"), replace(a).log is a.log)


# === Value objects ===
@dataclass(frozen=True, order=True)
class Money:
    amount: int
    currency: str = "EUR"

    def __add__(self, other):
        if self.currency != other.currency:
            return NotImplemented
        return replace(self, amount=self.amount + other.amount)

    @property
    def text(self):
        return f"{self.amount / 100:.2f} {self.currency}"


wallet = [Money(500), Money(120), Money(500)]
print(sorted(wallet), len(set(wallet)), sum(wallet, Money(0)).text, max(wallet), {Money(1): "one"}[Money(1)])
try:
    Money(1) + Money(1, "USD")
except TypeError as error:
    print(error)
try:
    wallet[0].amount = 3
except FrozenInstanceError as error:
    print(error)


@dataclass(frozen=True)
class Circle:
    radius: float

    @cached_property
    def area(self):
        print("computing")
        return round(3.14159 * self.radius**2, 3)


c = Circle(2)
print(c.area, c.area, c == Circle(2), asdict(c))


# === Trees ===
@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)

    def walk(self):
        yield self.value
        for child in self.children:
            yield from child.walk()


tree = Node(1, [Node(2, [Node(3)]), Node(4)])
print(list(tree.walk()), asdict(tree), json.dumps(asdict(tree)))
print(tree)


# === Matching ===
@dataclass
class Move:
    x: int
    y: int


@dataclass
class Say:
    text: str
    loud: bool = field(default=False, kw_only=True)


def run(command):
    match command:
        case Move(0, 0):
            return "stay"
        case Move(x, 0) | Move(0, x):
            return f"straight {x}"
        case Move(x=x, y=y) if x == y:
            return f"diagonal {x}"
        case Say(text, loud=True):
            return text.upper()
        case Say(text):
            return text
        case _:
            return "what?"


print([run(c) for c in (Move(0, 0), Move(3, 0), Move(0, 4), Move(2, 2), Move(1, 2), Say("hi"), Say("hi", loud=True))])


# === Inheritance and defaults ===
@dataclass
class Shape:
    name: str = field(init=False)
    color: str = "black"

    def __post_init__(self):
        self.name = type(self).__name__.lower()


@dataclass
class Rect(Shape):
    w: int = 1
    h: int = 1
    area: int = field(init=False, repr=False)

    def __post_init__(self):
        super().__post_init__()
        self.area = self.w * self.h


print(Rect("red", 2, 3), Rect().area, [(f.name, f.init) for f in fields(Rect)], Shape())


# === Slots and weak ties ===
@dataclass(slots=True, order=True)
class Version:
    major: int
    minor: int = 0

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(".")))


print(sorted(map(Version.parse, ["2.1", "1.10", "1.9"])), Version.parse("3"), Version.__slots__)
print(Version(1, 2).__match_args__, Version(1).__eq__((1, 0)), Version(1) != Version(2))
