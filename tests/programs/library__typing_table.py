# typing, one expression each.
import typing as t

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (t.Optional[int], t.Union[int, str], t.List[int], t.Dict[str, int], t.Tuple[int, ...], t.Set[int], t.Type[int]))
show(lambda: (t.Callable[[int], str], t.Callable[..., int], t.Literal[1, "a"], t.Any, t.ClassVar[int], t.Final[int], t.Annotated[int, 5]))
show(lambda: (list[int], dict[str, int] | None, int | str | None, tuple[int, str], type[int], t.Iterable[int], t.Sequence[str]))
show(lambda: (t.get_origin(t.List[int]), t.get_args(t.Dict[str, int]), t.get_origin(list[int]), t.get_args(int | str), t.get_args(t.Literal["x"]), t.get_origin(5)))
show(lambda: (t.Optional[int] == t.Union[int, None], t.Union[int, int], t.Union[int, t.Union[str, int]], t.Optional[t.Optional[int]], (int | str) == (str | int)))
show(lambda: (t.cast(int, "x"), t.NewType("N", int)(5), t.TypeVar("T"), t.TypeVar("T", int, str).__constraints__, t.TypeVar("B", bound=int).__bound__, t.TYPE_CHECKING))
show(lambda: (t.NamedTuple("P", [("x", int)])(1), t.TypedDict("D", {"a": int})(a=1), t.get_type_hints(t.NamedTuple("P", [("x", int)]))))
show(lambda: (t.Optional[int, str]))
show(lambda: (t.Union[()]))
show(lambda: (t.Literal[[]]))
show(lambda: (isinstance([], t.List), issubclass(list, t.Sequence), isinstance({}, t.Mapping)))
show(lambda: (isinstance([], t.List[int])))
show(lambda: (t.Any()))
show(lambda: (t.TypeVar("T", int)))
show(lambda: (t.ClassVar[1]))
show(lambda: (t.no_type_check(len) is len, t.final(int) is int, t.overload(lambda: 1).__name__, t.runtime_checkable(type("P", (t.Protocol,), {})).__name__))
show(lambda: (t.assert_type(5, int), t.reveal_type.__name__, t.is_typeddict(dict), t.Self, t.Never, t.NoReturn))
