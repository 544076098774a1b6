# Dataclasses at the edges.
from dataclasses import FrozenInstanceError, KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


@dataclass(order=True)
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list, compare=False)
    secret: str = field(default="s", repr=False, kw_only=True)


# === What is made ===
a, b = Item("a"), Item("a", tags=["x"])
print(a, a == b, a is b, a < Item("b"), sorted([Item("z"), a])[0].name, a.secret, a.tags is b.tags, a != 5, Item.__match_args__)
show(lambda: Item())
show(lambda: Item("a", 1, [], "s"))
show(lambda: Item("a", x=1))
show(lambda: a < 5)
show(lambda: hash(a))
print([f.name for f in fields(Item)], fields(a)[1].default, is_dataclass(Item), is_dataclass(a), is_dataclass(5))


# === Frozen, slots, kw_only, __post_init__ ===
@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx):
        return replace(self, x=self.x + dx)


p = Point(1)
print(p, hash(p) == hash(Point(1)), {p: 1}[Point(1, 0)], p.moved(5), Point.__slots__)
for call in (lambda: setattr(p, "x", 2), lambda: delattr(p, "x"), lambda: setattr(p, "z", 2), lambda: replace(p, z=1)):
    try:
        call()
    except (FrozenInstanceError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


@dataclass
class Account:
    owner: str
    _: KW_ONLY
    balance: int = 0
    bonus: InitVar[int] = 0
    history: list = field(init=False)

    def __post_init__(self, bonus):
        self.balance += bonus
        self.history = [self.balance]
        if self.balance < 0:
            raise ValueError("negative balance")


print(Account("ada", balance=10, bonus=5))
show(lambda: Account("bob", 5))
show(lambda: Account("eve", balance=-1))
show(lambda: replace(Account("x"), history=[]))


# === Inheritance ===
@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Child(Base):
    b: int = 20
    c: int = 3


print(Child(1), Child(1, c=5), Base(1) == Child(1, 2))
for body in ("x: int = 1\n    y: int", "x: list = []", "x: int = field(default=1, default_factory=int)", "x: dict = {}"):
    show(lambda: exec(f"@dataclass\nclass Wrong:\n    {body}", globals()))


@dataclass
class Late(Base):
    pass


show(lambda: exec("@dataclass\nclass W(Base):\n    d: int", globals()))

# === Conversions ===
@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(asdict(tree), astuple(tree))
print(tree)
show(lambda: asdict(5))
show(lambda: fields(5))
show(lambda: replace(5))
tree.children.append(tree)
print(tree)
Made = make_dataclass("Made", [("x", int), ("y", int, field(default=5)), "z"], kw_only=True)
print(Made(x=1, z=2), Made.__name__)


@dataclass(eq=False, repr=False)
class Plain:
    x: int


print(Plain(1) == Plain(1), repr(Plain(1)).startswith("<__main__.Plain object"))


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: int = field(hash=False, default=0)


print(hash(Hashed(1, 2)) == hash(Hashed(1, 3)))
match Point(3, 4):
    case Point(x, y=4):
        print("matched", x)
