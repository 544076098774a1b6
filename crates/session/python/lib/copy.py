"""Copies of objects, shallow and deep. Absent: what takes part by `copyreg` alone."""


import sys


class Error(Exception):
    pass


error = Error

_ATOMIC = {
    type(None), int, float, bool, complex, str, bytes, type, range, type(...), type(NotImplemented), property,
    type(len), type(lambda: None), type((lambda: None).__code__), slice,
}  # fmt: skip


def copy(x):
    """Return another object with the same contents."""
    cls = type(x)
    if cls in _ATOMIC or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    how = _reduce(x)
    return x if isinstance(how, str) else _rebuild(x, None, *how)


def deepcopy(x, memo=None, _nil=[]):
    """Return another object with copies of the contents; what occurs twice is copied once."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    copier = _DEEP.get(cls)
    if copier is not None:
        new = copier(x, memo)
    elif issubclass(cls, type):
        new = x
    elif (copier := getattr(x, "__deepcopy__", None)) is not None:
        new = copier(memo)
    else:
        how = _reduce(x)
        new = x if isinstance(how, str) else _rebuild(x, memo, *how)
    if new is not x:
        memo[key] = new
        memo.setdefault(id(memo), []).append(x)  # an id is good only as long as its object lives
    return new


def replace(obj, /, **changes):
    """Return an object like `obj` with other values for some fields."""
    cls = type(obj)
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)


def _deep_list(x, memo):
    new = []
    memo[id(x)] = new
    for item in x:
        new.append(deepcopy(item, memo))
    return new


def _deep_tuple(x, memo):
    new = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # the tuple holds itself by way of something else
        return memo[id(x)]
    for old, item in zip(x, new):
        if old is not item:
            return tuple(new)
    return x


def _deep_dict(x, memo):
    new = {}
    memo[id(x)] = new
    for key, value in x.items():
        new[deepcopy(key, memo)] = deepcopy(value, memo)
    return new


def _deep_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _C:
    def method(self):
        pass


_DEEP = {
    list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, set: _deep_set, frozenset: _deep_set,
    bytearray: lambda x, memo: x.copy(), type(_C().method): _deep_method,
}  # fmt: skip

_BASES = (list, dict, set, frozenset, tuple, int, float, complex, str, bytes, bytearray)
_UNCOPIED = (
    "generator", "coroutine", "async_generator", "module", "lock", "RLock", "frame", "TextIOWrapper",
    "dict_keys", "dict_values", "dict_items", "staticmethod", "classmethod",
)  # fmt: skip
_UNCOPIED_MODULES = ("_thread", "_contextvars", "_asyncio", "_queue")


def _reduce(x):
    """Tell how an object is made again: a function, its arguments, its state, its items, its pairs."""
    cls = type(x)
    own = getattr(cls, "__reduce_ex__", None)
    if own is not None and own is not getattr(object, "__reduce_ex__", None):
        return own(x, 4)
    own = getattr(cls, "__reduce__", None)
    if own is not None and own is not getattr(object, "__reduce__", None):
        return own(x)
    if cls.__name__ in _UNCOPIED or cls.__module__ in _UNCOPIED_MODULES:
        shown = cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"
        raise TypeError(f"cannot pickle '{shown}' object")
    if cls.__name__ == "ReferenceType" and cls.__module__ == "weakref":
        return "itself"
    state = _state(x)
    if isinstance(x, BaseException):
        return (cls, x.args, state)
    arguments = ()
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        return (lambda *all: cls.__new__(cls, *all, **kwargs), args, state)
    if hasattr(cls, "__getnewargs__"):
        arguments = x.__getnewargs__()
    elif not isinstance(x, (list, dict, set, bytearray)):
        for base in _BASES:
            if isinstance(x, base):
                arguments = (base(x),)
                break
    deque = getattr(sys.modules.get("_collections"), "deque", None)
    if deque is not None and isinstance(x, deque):
        return (cls, ((), x.maxlen), state, iter(list(x)))
    if isinstance(x, set):
        return (cls, (list(x),), state)
    items = iter(list(x)) if isinstance(x, list) else None
    pairs = iter(list(dict.items(x))) if isinstance(x, dict) else None
    return (lambda *args: cls.__new__(cls, *args), arguments, state, items, pairs)


def _state(x):
    getter = getattr(type(x), "__getstate__", None)
    if getter is not None and getter is not getattr(object, "__getstate__", None):
        return getter(x)
    state = getattr(x, "__dict__", None) or None
    slots = {}
    for base in type(x).__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if hasattr(x, name):
                slots[name] = getattr(x, name)
    return (state, slots) if slots else state


def _rebuild(x, memo, func, args, state=None, items=None, pairs=None, setter=None):
    deep = memo is not None
    if deep and args:
        args = tuple([deepcopy(arg, memo) for arg in args])
    new = func(*args)
    if deep:
        memo[id(x)] = new
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(new, "__setstate__"):
            new.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                new.__dict__.update(state)
            for name, value in (slots or {}).items():
                object.__setattr__(new, name, value)
    for item in items or ():
        new.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        new[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return new
