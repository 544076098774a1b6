"""Names for annotations, and classes that annotations make. Nothing checks them while a program runs."""

import collections.abc as _abc
from _types import GenericAlias, UnionType

from _typing_alias import (
    Alias,
    ForwardRef,
    GenericName,
    ParamSpec,
    SpecialForm,
    TypeVar,
    TypeVarTuple,
    checked,
    type_repr,
    union,
    _P,
)

__all__ = ["Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional", "ParamSpec",
           "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager",
           "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence",
           "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection",
           "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
           "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List",
           "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "TextIO", "AnyStr",
           "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin",
           "get_overloads", "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never",
           "NewType", "no_type_check", "NoDefault", "NoReturn", "NotRequired", "overload", "override", "ReadOnly", "Required",
           "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs", "TypeAliasType",
           "Unpack"]  # fmt: skip
Generic = _P.__mro__[1]
TYPE_CHECKING = False


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _one(form, item):
    if isinstance(item, tuple):
        raise TypeError(f"{form!r} accepts only single type. Got {item!r:.100}.")
    return Alias(form, (checked(item, f"{form!r} accepts only single type."),), form._name)


def _union(form, items):
    if items == ():
        raise TypeError("Cannot take a Union of no types.")
    return union(items if isinstance(items, tuple) else (items,))


def _optional(form, item):
    if isinstance(item, tuple):
        raise TypeError(f"{form!r} requires a single type. Got {item!r:.100}.")
    return union((checked(item, f"{form!r} requires a single type."), type(None)))


def _literal(form, items):
    flat = []
    for item in items if isinstance(items, tuple) else (items,):
        for value in item.__args__ if isinstance(item, Alias) and item._name == "Literal" else (item,):
            if not any(value == other and type(value) is type(other) for other in flat):
                flat.append(value)
    return Alias(form, tuple(flat), "Literal")


def _annotated(form, items):
    if not isinstance(items, tuple) or len(items) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    first, *metadata = items
    first = checked(first, "Annotated[t, ...]: t must be a type.")
    metadata = tuple(metadata)
    if isinstance(first, Alias) and first._name == "Annotated":
        first, metadata = first.__origin__, first.__metadata__ + metadata
    return Alias(first, (first,), "Annotated", metadata)


def _concatenate(form, items):
    return Alias(form, items if isinstance(items, tuple) else (items,), "Concatenate")


Union = SpecialForm("Union", _union)
Optional = SpecialForm("Optional", _optional)
Literal = SpecialForm("Literal", _literal)
Annotated = SpecialForm("Annotated", _annotated)
Concatenate = SpecialForm("Concatenate", _concatenate)
ClassVar, Final, TypeGuard, TypeIs, Required, NotRequired, ReadOnly, Unpack = [
    SpecialForm(name, _one)
    for name in ("ClassVar", "Final", "TypeGuard", "TypeIs", "Required", "NotRequired", "ReadOnly", "Unpack")
]
Self, Never, NoReturn, LiteralString, TypeAlias = map(
    SpecialForm, ("Self", "Never", "NoReturn", "LiteralString", "TypeAlias")
)

List, Dict, Set, FrozenSet, Tuple, Type = [
    GenericName(kind, count, name, inst=False)
    for kind, count, name in (
        (list, 1, "List"), (dict, 2, "Dict"), (set, 1, "Set"), (frozenset, 1, "FrozenSet"), (tuple, -1, "Tuple"),
        (type, 1, "Type"))
]  # fmt: skip
for _name, _count in (
    ("Hashable", 0), ("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1), ("AsyncIterator", 1), ("Iterable", 1),
    ("Iterator", 1), ("Reversible", 1), ("Sized", 0), ("Container", 1), ("Collection", 1), ("Callable", 2),
    ("MutableSet", 1), ("Mapping", 2), ("MutableMapping", 2), ("Sequence", 1), ("MutableSequence", 1),
    ("MappingView", 1), ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1), ("Generator", 3), ("AsyncGenerator", 2),
    ("ByteString", 0),
):  # fmt: skip
    globals()[_name] = GenericName(getattr(_abc, _name), _count, _name)
AbstractSet = GenericName(_abc.Set, 1, "AbstractSet")
Text = str
T, KT, VT, T_co = TypeVar("T"), TypeVar("KT"), TypeVar("VT"), TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)

_LAZY = {
    **dict.fromkeys(("Protocol", "runtime_checkable", "NamedTuple", "TypedDict", "NewType", "SupportsInt", "SupportsFloat",
                     "SupportsComplex", "SupportsBytes", "SupportsIndex", "SupportsAbs", "SupportsRound",
                     "is_typeddict", "is_protocol", "get_protocol_members", "IO", "TextIO", "BinaryIO",
                     "TypeAliasType"), "_typing_classes"),
    **dict.fromkeys(("get_type_hints", "get_origin", "get_args", "get_overloads", "clear_overloads", "overload", "no_type_check"), "_typing_hints"),
}  # fmt: skip


def __getattr__(name):
    if name in _LAZY:
        module = __import__(_LAZY[name])
    elif name in ("OrderedDict", "DefaultDict", "Counter", "ChainMap", "Deque"):
        import collections

        kind = getattr(collections, {"DefaultDict": "defaultdict", "Deque": "deque"}.get(name, name))
        count = 2 if issubclass(kind, dict) and name != "Counter" or name == "ChainMap" else 1
        globals()[name] = GenericName(kind, count, name)
        return globals()[name]
    elif name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        globals()[name] = GenericName(getattr(contextlib, f"Abstract{name}"), 1, name)
        return globals()[name]
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    value = globals()[name] = getattr(module, name)
    return value


def cast(typ, val):
    """Return `val`."""
    return val


def final(f):
    """Mark what is not to be overridden or subclassed."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Mark a method that overrides another."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def assert_type(val, typ, /):
    """Return `val`."""
    return val


def assert_never(arg, /):
    """Raise AssertionError: this place should not be reached."""
    value = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {value[:100] + '...' if len(value) > 100 else value}")


def reveal_type(obj, /):
    """Print the type of an object to stderr, and return the object."""
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def dataclass_transform(**kwargs):
    """Mark a decorator that works as `dataclass` does."""

    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn

    return decorate
