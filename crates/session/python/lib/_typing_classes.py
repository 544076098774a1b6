"""Classes that `typing` makes: protocols, named tuples, typed dictionaries, new types."""

import sys
from abc import ABCMeta, abstractmethod

import typing
from _typing_alias import SpecialForm, checked
from typing import Generic

__name__ = "typing"  # where the classes are to be found

_EXCLUDED = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__",
    "__firstlineno__", "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol",
    "__protocol_attrs__", "__type_params__", "_abc_registry", "_abc_yes", "_abc_no", "_abc_when", "__init_subclass__",
    "__hash__", "__qualname__",
}  # fmt: skip


def _members(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]:
            if name not in _EXCLUDED:
                found.add(name)
    return found


class _ProtocolMeta(ABCMeta):
    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _members(cls)

    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if ABCMeta.__subclasscheck__(cls, type(instance)):
            return True
        for name in cls.__protocol_attrs__:
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        data = sorted(name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None)))
        if data:
            raise TypeError(
                "Protocols with non-method members don't support issubclass(). "
                f"Non-method members: {str(data)[1:-1]}."
            )
        if super().__subclasscheck__(other):
            return True
        for name in cls.__protocol_attrs__:
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return False
                    break
            else:
                return False
        return True


def _no_init(self, *args, **kwargs):
    pass


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base for classes that describe what others look like."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol:
            for base in cls.__bases__:
                if base not in (object, Generic) and not base.__dict__.get("_is_protocol") and base.__module__ not in (
                    "collections.abc", "contextlib", "abc"):  # fmt: skip
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")


def runtime_checkable(cls):
    """Let isinstance look for the methods of a protocol."""
    if not isinstance(cls, type) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Return True for a protocol class."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """Return the names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method):
    def body(self):
        pass

    body.__name__, body.__qualname__ = method, f"{name}.{method}"
    namespace = {method: abstractmethod(body), "__module__": "typing", "__slots__": ()}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")


def _named_tuple(name, types, defaults, module):
    from collections import namedtuple

    types = {n: checked(t, f"field {n} annotation must be a type") for n, t in types}
    made = namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


_PROHIBITED = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
               "_replace", "_asdict", "_source")  # fmt: skip


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types = ns.get("__annotations__", {})
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                s = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{s} {', '.join(defaults)}"
                )
        made = _named_tuple(typename, types.items(), [ns[name] for name in defaults], ns["__module__"])
        if any(base is Generic for base in bases):
            made.__class_getitem__ = classmethod(lambda cls, item: type(list[int])(cls, item))
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in ("__annotations__", "__module__", "__orig_bases__") and key not in made._fields:
                setattr(made, key, value)
                if hasattr(type(value), "__set_name__"):
                    type(value).__set_name__(value, made, key)
        made.__orig_bases__ = (NamedTuple,)
        return made


_NamedTupleBase = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleName:
    def __call__(self, typename, fields=(), /, **kwargs):
        pairs = list(fields) or list(kwargs.items())
        made = _named_tuple(typename, pairs, [], sys._getframemodulename(1))
        made.__orig_bases__ = (NamedTuple,)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return "<function NamedTuple at 0x7f0000000000>"


NamedTuple = _NamedTupleName()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        new = type.__new__(_TypedDictMeta, name, (dict,), dict(ns))
        new.__orig_bases__ = ns.get("__orig_bases__", bases)
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, value in ns.get("__annotations__", {}).items():
            value = hints[key] = checked(value, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            mark = getattr(value, "_name", None)
            is_required = {"Required": True, "NotRequired": False}.get(mark, total)
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        new.__annotations__ = hints
        new.__required_keys__, new.__optional_keys__ = frozenset(required), frozenset(optional)
        new.__readonly_keys__, new.__mutable_keys__ = frozenset(), frozenset(hints)
        new.__total__ = total
        return new

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (), {})


class _TypedDictName:
    def __call__(self, typename, fields, /, *, total=True):
        ns = {"__annotations__": dict(fields), "__module__": sys._getframemodulename(1)}
        return _TypedDictMeta(typename, (), ns, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


TypedDict = _TypedDictName()


def is_typeddict(tp):
    """Return True for a class made by TypedDict."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDictBase


class NewType:
    """A name of one's own for a type: calling it returns what it is given."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframemodulename(1)

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError(
            f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`{bases[0].__name__ if isinstance(bases[0], type) else self.__name__} = NewType({self.__name__!r}, {self.__name__})`"
        )

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]


type _Alias = int
TypeAliasType = type(_Alias)


class IO(Generic):
    """What files look like."""

    __slots__ = ()


class TextIO(IO):
    __slots__ = ()


class BinaryIO(IO):
    __slots__ = ()
