"""Names for annotations. They mean nothing while a program runs."""

TYPE_CHECKING = False


class _Special:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, item):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate typing.{self._name}")

    def __repr__(self):
        return f"typing.{self._name}"


Any = _Special("Any")
AnyStr = _Special("AnyStr")
AsyncGenerator = _Special("AsyncGenerator")
AsyncIterable = _Special("AsyncIterable")
AsyncIterator = _Special("AsyncIterator")
Awaitable = _Special("Awaitable")
Callable = _Special("Callable")
ClassVar = _Special("ClassVar")
Collection = _Special("Collection")
Coroutine = _Special("Coroutine")
DefaultDict = _Special("DefaultDict")
Deque = _Special("Deque")
Dict = _Special("Dict")
Final = _Special("Final")
Generator = _Special("Generator")
Hashable = _Special("Hashable")
Iterable = _Special("Iterable")
Iterator = _Special("Iterator")
List = _Special("List")
Literal = _Special("Literal")
Mapping = _Special("Mapping")
MutableMapping = _Special("MutableMapping")
Never = _Special("Never")
NoReturn = _Special("NoReturn")
Optional = _Special("Optional")
Self = _Special("Self")
Sequence = _Special("Sequence")
Set = _Special("Set")
Sized = _Special("Sized")
Tuple = _Special("Tuple")
Type = _Special("Type")
TypeAlias = _Special("TypeAlias")
Union = _Special("Union")


def TypeVar(name, *constraints, **kwargs):
    """A name for a type that is not known yet."""
    return _Special(name)


ParamSpec = TypeVar


class Generic:
    """A base for classes that name types in brackets."""

    def __class_getitem__(cls, item):
        return cls


class Protocol(Generic):
    """A base for classes that describe methods."""


def cast(typ, val):
    """Return `val`."""
    return val


def overload(func):
    """Return `func`."""
    return func


def final(func):
    """Return `func`."""
    return func


def override(func):
    """Return `func`."""
    return func
