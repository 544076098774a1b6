# typing as far as it does anything at run time.
from typing import (
    Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Optional, ParamSpec, Protocol, Self, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, no_type_check, overload, runtime_checkable, TYPE_CHECKING, assert_never, final, override,
)

T = TypeVar("T")


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Reprs ===
print(Optional[int], Union[int, str], Union[int, int], Optional[None], list[int], dict[str, list[int]], Callable[[int, str], bool], Callable[..., Any], Literal["a", 1, True], Annotated[int, "meta"], tuple[int, ...], ClassVar[int], Final[str], Any, T, type[int])
print(int | str, int | None, list[int] | None, Union[int, str] == (int | str), Optional[int] == (int | None), get_origin(list[int]), get_args(dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_args(Literal["x"]), get_origin(int))
for f in (lambda: Optional[int, str], lambda: Union[()], lambda: Literal[[1]], lambda: Callable[int], lambda: ClassVar[int, str], lambda: Any(), lambda: Union[5], lambda: isinstance(1, list[int]), lambda: isinstance(1, Union[int, str]), lambda: isinstance("", int | str), lambda: list[int](), lambda: Optional()):
    show(f)

# === Functions ===
UserId = NewType("UserId", int)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(UserId(5), UserId, cast(str, 5), f(1), TYPE_CHECKING)


def hints(a: int, b: "list[str]", *args: float, c: Optional[int] = None, **kw) -> "Self":
    pass


show(lambda: get_type_hints(hints))
show(lambda: assert_never(5))


# === Classes ===
class Movie(TypedDict, total=False):
    title: str
    year: int


class Employee(NamedTuple):
    name: str
    id: int = 3

    def hello(self):
        return f"hi {self.name}"


print(Movie(title="x", year=1), Movie.__annotations__, Movie.__total__, Employee("a"), Employee("b", 5)._asdict(), Employee("c").hello(), Employee._field_defaults, Employee.__annotations__)


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []


print(Stack[int], Stack[int]().items, Stack.__mro__)
show(lambda: Generic())


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class Quiet(Protocol):
    def shout(self): ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closeable), isinstance(5, Closeable), issubclass(File, Closeable))
show(lambda: isinstance(5, Quiet))
show(lambda: Closeable())


class Base:
    @final
    def locked(self): ...

    x: ClassVar[int] = 5
    y: "undefined" = 1


class Child(Base):
    @override
    def other(self): ...


print(Base.locked.__final__, Child.other.__override__, Base.__annotations__)
show(lambda: get_type_hints(Base))
