"""Containers: deque is native, the others are dictionaries and tuples with more to them. Absent: ChainMap, UserDict …"""

from _collections import deque


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


class OrderedDict(dict):
    """A dictionary whose order can be changed, and counts when two of them are compared."""

    def move_to_end(self, key, last=True):
        """Move a key to the end, or to the beginning."""
        value = self.pop(key)
        if last:
            self[key] = value
            return
        items = list(self.items())
        self.clear()
        self[key] = value
        self.update(items)

    def popitem(self, last=True):
        """Remove and return the last pair, or the first."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

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

    def copy(self):
        return type(self)(self)


class Counter(dict):
    """How often each key occurs; zero for those that do not."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **kwds):
        """Add counts: of the items of an iterable, or from a mapping."""
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = self.get(key, 0) + count
        elif iterable is not None:
            for key in iterable:
                self[key] = self.get(key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take counts away; they may become negative."""
        if isinstance(iterable, dict):
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

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        pairs = ", ".join(f"{key!r}: {count!r}" for key, count in self.most_common())
        return f"{type(self).__name__}({{{pairs}}})"

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive({key: self[key] + other[key] for key in {**self, **other}})

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive({key: self[key] - other[key] for key in {**self, **other}})

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive({key: min(count, other[key]) for key, count in self.items()})

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive({key: max(self[key], other[key]) for key in {**self, **other}})


def _positive(counts):
    return Counter({key: count for key, count in counts.items() if count > 0})


class _Field:
    def __init__(self, index):
        self._index = index

    def __get__(self, obj, cls=None):
        return self if obj is None else obj[self._index]


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    if rename:
        for index, name in enumerate(names):
            if not name.isidentifier() or name.startswith("_") or name in names[:index]:
                names[index] = f"_{index}"
    for index, name in enumerate(names):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    names = tuple(names)
    defaults = tuple(defaults) if defaults is not None else ()
    if len(defaults) > len(names):
        raise TypeError("Got more default values than field names")
    default_of = dict(zip(names[len(names) - len(defaults) :], defaults))

    def __new__(cls, *args, **kwargs):
        if len(args) > len(names):
            most = len(names) + 1
            takes = f"from {most - len(defaults)} to {most}" if defaults else str(most)
            raise TypeError(f"{typename}.__new__() takes {takes} positional arguments but {len(args) + 1} were given")
        values = dict(zip(names, args))
        for name, value in kwargs.items():
            if name in values:
                raise TypeError(f"{typename}.__new__() got multiple values for argument {name!r}")
            if name not in names:
                raise TypeError(f"{typename}.__new__() got an unexpected keyword argument {name!r}")
            values[name] = value
        missing = [name for name in names if name not in values and name not in default_of]
        if missing:
            raise TypeError(
                f"{typename}.__new__() missing {len(missing)} required positional "
                f"argument{'s' if len(missing) > 1 else ''}: {_enumeration(missing)}"
            )
        values = {**default_of, **values}
        return tuple.__new__(cls, [values[name] for name in names])

    def __repr__(self):
        pairs = ", ".join(f"{name}={value!r}" for name, value in zip(names, self))
        return f"{type(self).__name__}({pairs})"

    def _asdict(self):
        return dict(zip(names, self))

    def _replace(self, **kwargs):
        values = [kwargs.pop(name, value) for name, value in zip(names, self)]
        if kwargs:
            raise TypeError(f"Got unexpected field names: {list(kwargs)!r}")
        return type(self)(*values)

    def _make(cls, iterable):
        return cls(*iterable)

    namespace = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "_fields": names,
        "_field_defaults": default_of,
        "__new__": __new__,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "_replace": _replace,
        "_make": classmethod(_make),
        "__match_args__": names,
    }
    for index, name in enumerate(names):
        namespace[name] = _Field(index)
    if module is not None:
        namespace["__module__"] = module
    return type(typename, (tuple,), namespace)


def _enumeration(names):
    """Return 'a', or 'a' and 'b', or 'a', 'b', and 'c'."""
    names = [repr(name) for name in names]
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
