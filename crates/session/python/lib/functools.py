"""Functions about functions. The dispatch by types is in `_functools_dispatch`."""

from _types import MethodType, with_module as _with_module

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
           "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]  # fmt: skip
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make `wrapper` look like `wrapped`, and remember it as `__wrapped__`."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorate a wrapper with the looks of `wrapped`."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


@_with_module
class partial:
    """A function with some of its arguments given already."""

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        args = tuple(args)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(arg) for arg in self.args)
        parts.extend(f"{key}={value!r}" for key, value in self.keywords.items())
        kind = type(self)
        module = "functools" if kind is partial else kind.__module__
        return f"{module}.{kind.__qualname__}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func, *self.args), None

    __class_getitem__ = classmethod(type(list[int]))


class partialmethod:
    """A method with some of its arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        getter = getattr(self.func, "__get__", None)
        if getter is not None:
            bound = getter(obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)

        def method(this, /, *args, **keywords):
            return self.func(this, *self.args, *args, **{**self.keywords, **keywords})

        return method if obj is None else MethodType(method, obj)

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"functools.partialmethod({', '.join(parts)})"


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    """Combine all items into one value, two at a time from the left."""
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


def _cache_info(*counters):
    """Return the counters of a cache as a named tuple."""
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple

        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
    return _CacheInfo(*counters)


_CacheInfo = None


def _key(args, kwds, typed):
    if not kwds and not typed:
        return args
    key = (args, tuple(kwds.items()))
    if typed:
        key += (tuple(type(arg) for arg in args), tuple(type(value) for value in kwds.values()))
    return key


class _CachedFunction:
    """A function and the values it returned, the one that was not used for longest first."""

    def __init__(self, func, maxsize, typed):
        self._func = func
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()
        update_wrapper(self, func)

    def __call__(self, /, *args, **kwds):
        key = _key(args, kwds, self._typed)
        value = self._values.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del self._values[key]
                self._values[key] = value
            return value
        self._misses += 1
        value = self._func(*args, **kwds)
        if self._maxsize != 0:
            if self._maxsize is not None and key not in self._values and len(self._values) >= self._maxsize:
                del self._values[next(iter(self._values))]
            self._values[key] = value
        return value

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return MethodType(self, obj)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def cache_info(self):
        return _cache_info(self._hits, self._misses, self._maxsize, len(self._values))

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def cache_clear(self):
        self._values = {}
        self._hits = self._misses = 0


def lru_cache(maxsize=128, typed=False):
    """Remember the values for the last `maxsize` different arguments; None means all."""
    if callable(maxsize) and isinstance(typed, bool):
        return _CachedFunction(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(func):
        return _CachedFunction(func, maxsize, typed)

    return decorate


def cache(user_function, /):
    """Remember the values for all arguments."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A method that is called when the attribute is first read; the value stays in the object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = values.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            values[self.attrname] = value
        return value


class _Key:
    def __init__(self, compare, obj):
        self._compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0


def cmp_to_key(mycmp):
    """Make a key function from a function that compares two objects."""
    return lambda obj: _Key(mycmp, obj)


def _negation(method):
    """An order from its opposite: not (a op b)."""

    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        return result if result is NotImplemented else not result

    return compare


def _with_equal(method):
    """An order that includes equality: a op b or a == b."""

    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        return result if result is NotImplemented else result or self == other

    return compare


def _without_equal(method):
    """An order that leaves out equality: a op b and a != b."""

    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        return result if result is NotImplemented else result and self != other

    return compare


def _negation_and_unequal(method):
    """The strict opposite of a strict order: not (a op b) and a != b."""

    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        return result if result is NotImplemented else not result and self != other

    return compare


def _negation_or_equal(method):
    """The opposite of an order that includes equality: not (a op b) or a == b."""

    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        return result if result is NotImplemented else not result or self == other

    return compare


_DERIVED = {
    "__lt__": {"__gt__": _negation_and_unequal, "__le__": _with_equal, "__ge__": _negation},
    "__le__": {"__ge__": _negation_or_equal, "__lt__": _without_equal, "__gt__": _negation},
    "__gt__": {"__lt__": _negation_and_unequal, "__ge__": _with_equal, "__le__": _negation},
    "__ge__": {"__le__": _negation_or_equal, "__gt__": _without_equal, "__lt__": _negation},
}


def total_ordering(cls):
    """Add the orders that a class does not define, by means of one that it does."""
    roots = [name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for preferred in ("__lt__", "__le__", "__gt__", "__ge__"):
        if preferred in roots:
            root = preferred
            break
    for name, make in _DERIVED[root].items():
        if name not in roots:
            method = make(root)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


def __getattr__(name):
    if name not in ("singledispatch", "singledispatchmethod"):
        raise AttributeError(f"module 'functools' has no attribute {name!r}")
    import _functools_dispatch

    value = globals()[name] = getattr(_functools_dispatch, name)
    return value
