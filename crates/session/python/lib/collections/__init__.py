"""Containers: deque is native, the others are dictionaries and tuples with more to them; more are in `_collections_more`."""

import sys

from _collections import deque
from _types import with_module as _with_module

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]
_missing = object()


def __getattr__(name):
    """Load the rarer classes when they are asked for."""
    if name not in ("ChainMap", "UserDict", "UserList", "UserString"):
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    import _collections_more

    value = globals()[name] = getattr(_collections_more, name)
    return value


@_with_module
class defaultdict(dict):
    """A dictionary that makes a value for a key it has not got."""

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        return type(self)(self.default_factory, {**other, **self})


@_with_module
class OrderedDict(dict):
    """A dictionary whose order can be changed, and counts when two of them are compared."""

    def move_to_end(self, key, last=True):
        """Move a key to the end, or to the beginning."""
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        items = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, items)

    def popitem(self, last=True):
        """Remove and return the last pair, or the first."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}({dict.__repr__(self)})"

    def __reduce__(self):
        return type(self), (), self.__dict__ or None, None, iter(self.items())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new


class Counter(dict):
    """How often each key occurs; zero for those that do not."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Add counts: of the items of an iterable, or from a mapping."""
        if _is_mapping(iterable):
            if not self:
                dict.update(self, iterable)
                iterable = ()
            for key in iterable:
                self[key] = iterable[key] + self.get(key, 0)
        elif iterable is not None:
            for key in iterable:
                self[key] = self.get(key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take counts away; they may become negative."""
        if _is_mapping(iterable):
            for key, count in iterable.items():
                self[key] = self.get(key, 0) - count
        elif iterable is not None:
            for key in iterable:
                self[key] = self.get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def most_common(self, n=None):
        """Return pairs of key and count, the most frequent first."""
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[: max(n, 0)]

    def elements(self):
        """Iterate over the keys, each as often as it counts."""
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        """Return the sum of the counts."""
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            items = self.most_common()
        except TypeError:  # counts that cannot be compared
            items = self.items()
        pairs = ", ".join(f"{key!r}: {count!r}" for key, count in items)
        return f"{type(self).__name__}({{{pairs}}})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for key in {**self, **other})

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for key in {**self, **other})

    def __lt__(self, other):
        return NotImplemented if not isinstance(other, Counter) else self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] >= other[key] for key in {**self, **other})

    def __gt__(self, other):
        return NotImplemented if not isinstance(other, Counter) else self >= other and self != other

    def _combined(self, other, combine):
        """Return a counter of what is positive after combining, the keys of `self` first."""
        if not isinstance(other, Counter):
            return NotImplemented
        new = Counter()
        for key in {**self, **other}:
            count = combine(self[key], other[key])
            if count > 0:
                new[key] = count
        return new

    def __add__(self, other):
        return self._combined(other, lambda mine, its: mine + its)

    def __sub__(self, other):
        return self._combined(other, lambda mine, its: mine - its)

    def __and__(self, other):
        return self._combined(other, min)

    def __or__(self, other):
        return self._combined(other, max)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _become(self, other):
        if other is not NotImplemented:
            self.clear()
            dict.update(self, other)
            return self
        return other

    def __iadd__(self, other):
        return self._become(self._combined(_counts(other), lambda mine, its: mine + its))

    def __isub__(self, other):
        return self._become(self._combined(_counts(other), lambda mine, its: mine - its))

    def __iand__(self, other):
        return self._become(self._combined(_counts(other), min))

    def __ior__(self, other):
        return self._become(self._combined(_counts(other), max))


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    if value is None or isinstance(value, (str, list, tuple)) or not hasattr(value, "items"):
        return False
    from collections.abc import Mapping

    return isinstance(value, Mapping)


def _counts(other):
    return other if isinstance(other, Counter) else Counter(dict(other.items()))


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a class of tuples whose items have names."""
    from keyword import iskeyword

    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        for index, name in enumerate(names):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in names[:index]:
                names[index] = f"_{index}"
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for index, name in enumerate(names):
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    defaults = tuple(defaults) if defaults is not None else ()
    if len(defaults) > len(names):
        raise TypeError("Got more default values than field names")
    listed = ", ".join(names)
    items = f"({listed},)" if names else "()"
    code = f"lambda _cls{', ' if names else ''}{listed}: _new(_cls, {items})"
    new = eval(code, {"_new": tuple.__new__, "__name__": f"namedtuple_{typename}"})
    new.__defaults__ = defaults or None
    new.__name__, new.__qualname__ = "__new__", f"{typename}.__new__"
    new.__doc__ = f"Create new instance of {typename}({listed})"
    return _namedtuple_class(typename, tuple(names), defaults, new, module or sys._getframemodulename(1) or "__main__")


def _namedtuple_class(typename, names, defaults, new, module):
    @classmethod
    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(names):
            raise TypeError(f"Expected {len(names)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def __repr__(self):
        pairs = ", ".join([f"{name}={value!r}" for name, value in zip(names, self)])
        return f"{type(self).__name__}({pairs})"

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (_make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__module__": module,
        "__slots__": (),
        "_fields": names,
        "_field_defaults": dict(zip(names[len(names) - len(defaults) :], defaults)),
        "__new__": new,
        "_make": _make,
        "__replace__": _replace,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": names,
    }
    for index, name in enumerate(names):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    return type(typename, (tuple,), namespace)


class _tuplegetter:
    """One field of a named tuple."""

    def __init__(self, index, doc):
        self._index = index
        self.__doc__ = doc

    def __get__(self, obj, cls=None):
        return self if obj is None else tuple.__getitem__(obj, self._index)

    def __set__(self, obj, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, obj):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f"_tuplegetter({self._index}, {self.__doc__!r})"
