# typing: forms and their reprs, generics, protocols, named tuples, typed dictionaries, hints.
import typing
from typing import (Annotated, Any, Callable, ClassVar, Dict, Final, ForwardRef, Generic, Iterable, List, Literal, Mapping,
                    NamedTuple, NewType, NoReturn, Optional, ParamSpec, Protocol, Self, Sequence, Set, Tuple, Type, TypedDict,
                    TypeVar, Union, assert_never, cast, final, get_args, get_origin, get_overloads, get_type_hints, overload,
                    override, runtime_checkable)


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Forms ===
print(Any, Union, Optional, List, Dict, Callable, Literal, Final, ClassVar, Self, NoReturn, Annotated, Tuple)
print(List[int], Dict[str, int], Set[Any], Tuple[int, ...], Tuple[int, str], Type[int], Iterable[str], Mapping[str, List[int]])
print(Optional[int], Union[int, str], Union[int, None], Union[int, str, None], Union[int], Union[int, Union[str, int]])
print(Callable[[int, str], bool], Callable[..., None], Callable[[], int], Literal["a", 1, True, None], Literal["a", "a"])
print(Annotated[int, "meta", 3], ClassVar[int], Final[str], List["Node"], Optional["Node"], int | None, list[int] | None)
print(List[int] | None, None | List[int], Optional[List[int]] == (List[int] | None), Union[int, str] == Union[str, int], Optional[int] == (int | None))
print(List[int] == List[int], List[int] == List[str], hash(List[int]) == hash(List[int]), Literal[1] == Literal[True], len({Union[int, str], Union[str, int]}))
show(lambda: List[int, str])
show(lambda: Union[3])
show(lambda: Optional[int, str])
show(Any)
show(Union)
show(lambda: List())
show(isinstance, 1, Any)
show(isinstance, 1, List[int])
show(isinstance, 1, Union[int, str])
print(isinstance([], List), isinstance({}, Mapping), isinstance((), Sequence), isinstance(1, int | str), issubclass(bool, int | str))

# === Type variables and generics ===
T = TypeVar("T")
K = TypeVar("K", bound=int)
N = TypeVar("N", int, str)
Co = TypeVar("Co", covariant=True)
P = ParamSpec("P")
print(T, K, N, Co, P, T.__name__, K.__bound__, N.__constraints__, Co.__covariant__, T.__bound__)
show(TypeVar, "X", int)
print(List[T], List[T][int], Dict[str, T].__parameters__, Dict[K, T][int, str], Union[T, None][int])


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self


s = Stack[int]()
print(s.push(1).items, type(s).__name__, Stack[int], Stack[T], Stack.__mro__, issubclass(Stack, Generic))


class Both(Stack[str], Generic[K]):
    pass


print(Both().push("a").items, [c.__name__ for c in Both.__mro__])


# === Protocols ===
@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class Named(Protocol):
    name: str


@runtime_checkable
class HasName(Protocol):
    name: str


class File:
    name = "f"

    def close(self):
        print("closed")


print(isinstance(File(), Closeable), isinstance(3, Closeable), issubclass(File, Closeable), isinstance(File(), HasName))
show(Closeable)
show(isinstance, File(), Named)
show(issubclass, File, HasName)


class Base(Closeable, Protocol):
    def open(self): ...


class Real(Closeable):
    def close(self):
        return "really"


print(Real().close(), isinstance(Real(), Closeable), isinstance(3, typing.SupportsInt), isinstance("a", typing.SupportsAbs), isinstance(2.5, typing.SupportsRound))
show(runtime_checkable, int)
print(typing.is_protocol(Closeable), typing.is_protocol(File), typing.get_protocol_members(Closeable))


# === NamedTuple ===
class Employee(NamedTuple):
    """Somebody."""

    name: str
    id: int = 3

    def label(self):
        return f"{self.name}#{self.id}"


e = Employee("Guido")
print(e, e.label(), e._fields, e._field_defaults, Employee.__annotations__, e == ("Guido", 3), Employee.__doc__, Employee.__bases__)
print(e._replace(id=4), Employee._make(["a", 1]), e._asdict(), NamedTuple("Point", [("x", int), ("y", int)])(1, 2))
show(Employee)


def bad():
    class Bad(NamedTuple):
        a: int = 1
        b: int


show(bad)


# === TypedDict ===
class Movie(TypedDict):
    title: str
    year: int


class Rated(Movie, total=False):
    stars: int


m: Movie = {"title": "Brazil", "year": 1985}
print(Movie(title="Alien", year=1979), type(Movie(title="x")), Movie.__annotations__, sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__)
show(isinstance, m, Movie)
print(typing.is_typeddict(Movie), typing.is_typeddict(dict), TypedDict("P", {"x": int})(x=1))

# === NewType, cast, final, override ===
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, cast(str, 5), cast("list[int]", []))


@final
class Sealed:
    @override
    def method(self):
        pass


print(Sealed.__final__, Sealed.method.__override__)
show(assert_never, "surprise")


# === Overloads ===
@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("a"), len(get_overloads(double)))


@overload
def only(x: int) -> int: ...


show(only, 1)


# === Hints ===
class Node:
    value: int
    next: "Optional[Node]" = None
    tags: ClassVar[List[str]] = []
    note: Annotated[str, "short"] = ""


def greet(name: str, times: "int" = 1, *, loud: bool = False) -> Optional[str]: ...


print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True)["note"], get_type_hints(greet))
show(get_type_hints, 3)
print(get_origin(List[int]), get_origin(list[int]), get_origin(Union[int, str]), get_origin(Annotated[int, 1]), get_origin(int), get_origin(int | str), get_origin(Literal[1]))
print(get_args(Dict[str, int]), get_args(Callable[[int], str]), get_args(Optional[int]), get_args(Annotated[int, 1]), get_args(int), get_args(Literal["a", 2]), get_args(Callable[..., int]))
print(ForwardRef("Node"), ForwardRef("x") == ForwardRef("x"), typing.TYPE_CHECKING, typing.Text, typing.AnyStr)


# === New syntax ===
class Box[V]:
    def __init__(self, value: V):
        self.value = value


def first[V](items: list[V]) -> V:
    return items[0]


type Pair[V] = tuple[V, V]
print(Box[int](3).value, first([1, 2]), Pair, Pair.__value__, Box.__type_params__, isinstance(Box.__type_params__[0], TypeVar))
