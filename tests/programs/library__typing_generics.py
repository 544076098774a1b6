# typing in use: generic containers, protocols as interfaces, callables, typed dictionaries.
from collections.abc import Callable, Iterable, Iterator
from typing import (Any, Generic, Literal, NamedTuple, NotRequired, ParamSpec, Protocol, Self, TypeAlias, TypedDict, TypeVar,
                    get_type_hints, runtime_checkable)

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")


# === A generic repository ===
class Repository(Generic[K, V]):
    def __init__(self) -> None:
        self._items: dict[K, V] = {}

    def add(self, key: K, value: V) -> Self:
        self._items[key] = value
        return self

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[V]:
        return iter(self._items.values())


class Users(Repository[int, str]):
    def names(self) -> list[str]:
        return sorted(self)


users = Users().add(2, "Bob").add(1, "Ann")
print(users[1], users.names(), Repository[str, float]().add("pi", 3.14)["pi"], Users.__mro__[1] is Repository)


# === Protocols as interfaces ===
@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...


@runtime_checkable
class Sized2D(Protocol):
    width: int
    height: int


class Square:
    def __init__(self, side: int) -> None:
        self.width = self.height = side

    def draw(self) -> str:
        return f"[{self.width}]"


class Text:
    def draw(self) -> str:
        return "text"


def render(items: Iterable[Drawable]) -> str:
    return " ".join(item.draw() for item in items)


print(render([Square(2), Text()]), isinstance(Square(1), Sized2D), isinstance(Text(), Sized2D), isinstance("x", Drawable))


class Comparable(Protocol):
    def __lt__(self, other: Any) -> bool: ...


C = TypeVar("C", bound=Comparable)


def largest(items: list[C]) -> C:
    best = items[0]
    for item in items[1:]:
        if best < item:
            best = item
    return best


print(largest([3, 9, 2]), largest(["a", "c", "b"]), get_type_hints(largest))


# === Decorators that keep the type ===
def logged(function: Callable[P, T]) -> Callable[P, T]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        print("calling", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@logged
def area(width: int, height: int = 1) -> int:
    return width * height


print(area(3, height=4), P.args, P.kwargs)


# === Records ===
class Point(NamedTuple):
    x: float
    y: float = 0.0

    def shifted(self, dx: float) -> "Point":
        return self._replace(x=self.x + dx)

    @property
    def norm(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5


print(Point(3, 4).norm, Point(1).shifted(2), Point(*(1, 2)), Point._field_defaults, get_type_hints(Point))


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Series(Movie, total=False):
    seasons: int


movie: Movie = {"title": "Metropolis"}
print(movie | {"year": 1927}, sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), sorted(Series.__optional_keys__), get_type_hints(Movie))

# === Literals and aliases ===
Mode = Literal["r", "w"]
Rows: TypeAlias = list[dict[str, int]]


def open_it(mode: Mode = "r") -> Rows:
    return [{mode: 1}]


print(open_it("w"), Mode, Rows, Mode.__args__, get_type_hints(open_it))


# === The new syntax ===
class Stack[Item]:
    def __init__(self, *items: Item) -> None:
        self.items = list(items)

    def map[R](self, function: Callable[[Item], R]) -> "Stack[R]":
        return Stack(*map(function, self.items))


type Pair[A] = tuple[A, A]


def swap[A](pair: Pair[A]) -> Pair[A]:
    return pair[1], pair[0]


print(Stack(1, 2).map(str).items, swap((1, 2)), Stack.__type_params__, Pair[int], swap.__type_params__[0].__name__)
