"""Questions to annotations: `get_type_hints`, `get_origin`, `get_args`, and what `overload` remembers."""

import sys
from _types import GenericAlias, ModuleType, UnionType

from _typing_alias import Alias, ForwardRef, GenericName, ParamSpec
from typing import Annotated, Generic

_overloads = {}


def get_origin(tp):
    """Return what stands before the brackets, without them."""
    if isinstance(tp, Alias):
        return Annotated if tp._name == "Annotated" else tp.__origin__
    if isinstance(tp, (GenericAlias, GenericName)) or type(tp).__name__ == "_CallableAlias":
        return tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """Return what stands in the brackets."""
    if isinstance(tp, Alias) and tp._name == "Annotated":
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, Alias) and tp._name == "Callable" or type(tp).__name__ == "_CallableAlias":
        args = tp.__args__
        return args if args[0] is ... or isinstance(args[0], ParamSpec) else (list(args[:-1]), args[-1])
    if isinstance(tp, (Alias, GenericAlias, UnionType)):
        return tp.__args__
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return the annotations of a class (those of its bases included), function or module, with names looked up."""
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = getattr(sys.modules.get(base.__module__), "__dict__", {}) if globalns is None else globalns
            own = dict(vars(base)) if localns is None else localns
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolved(value, names, own)
    else:
        if globalns is None:
            target = obj
            while hasattr(target, "__wrapped__"):
                target = target.__wrapped__
            globalns = obj.__dict__ if isinstance(obj, ModuleType) else getattr(target, "__globals__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        parameters = {p.__name__: p for p in getattr(obj, "__type_params__", ())}
        for name, value in annotations.items():
            hints[name] = _resolved(value, globalns, {**parameters, **(localns or {})})
    return hints if include_extras else {name: _stripped(value) for name, value in hints.items()}


def _resolved(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        return _resolved(eval(value.__forward_arg__, dict(globalns), dict(localns)), globalns, localns)
    if isinstance(value, Alias):
        if value._name == "Literal":
            return value
        args = tuple([_resolved(arg, globalns, localns) for arg in value.__args__])
        if args == value.__args__:
            return value
        origin = args[0] if value._name == "Annotated" else value.__origin__
        return Alias(origin, args, value._name, getattr(value, "__metadata__", None))
    if isinstance(value, GenericAlias):
        args = tuple([_resolved(arg, globalns, localns) for arg in value.__args__])
        return value if args == value.__args__ else GenericAlias(value.__origin__, args)
    return value


def _stripped(value):
    if isinstance(value, Alias):
        if value._name == "Annotated":
            return _stripped(value.__origin__)
        if value._name in ("Required", "NotRequired", "ReadOnly"):
            return _stripped(value.__args__[0])
        if value._name == "Literal":
            return value
        args = tuple([_stripped(arg) for arg in value.__args__])
        return value if args == value.__args__ else Alias(value.__origin__, args, value._name)
    if isinstance(value, GenericAlias):
        args = tuple([_stripped(arg) for arg in value.__args__])
        return value if args == value.__args__ else GenericAlias(value.__origin__, args)
    return value


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Remember one way to call a function; the function itself comes after."""
    f = getattr(func, "__func__", func)
    _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    """Return what `overload` has remembered for a function."""
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def no_type_check(arg):
    """Mark a function or class whose annotations are no types."""
    arg.__no_type_check__ = True
    return arg
