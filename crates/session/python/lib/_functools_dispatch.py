"""Functions that choose by the type of their first argument, for `functools`."""

from _types import MappingProxyType, UnionType
from functools import update_wrapper

__name__ = "functools"  # where they are to be found


def _find(cls, registry):
    """Return the implementation for a class: that of the nearest base, registered bases included."""
    registered = [t for t in registry if t not in cls.__mro__ and issubclass(cls, t)]
    for at, base in enumerate(cls.__mro__):
        if base in registry:
            return registry[base]
        later = cls.__mro__[at + 1 :]
        here = [t for t in registered if issubclass(base, t) and not any(issubclass(b, t) for b in later)]
        here = [t for t in here if not any(o is not t and issubclass(o, t) for o in here)]
        if len(here) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {here[0]} or {here[1]}")
        if here:
            return registry[here[0]]
    return None


def _members(kind):
    """Return the classes of a union."""
    if isinstance(kind, UnionType) or type(kind).__name__ == "Alias" and kind._name == "Union":
        return kind.__args__
    return None


def _is_class(kind):
    return isinstance(kind, type) and not hasattr(kind, "__args__")


def singledispatch(func):
    """Let the type of the first argument choose among implementations."""
    registry, cache = {}, {}

    def dispatch(cls):
        """Return the implementation for a class."""
        if cls not in cache:
            cache[cls] = _find(cls, registry)
        return cache[cls]

    def register(cls, func=None):
        """Add an implementation for a class."""
        classes = _members(cls)
        if _is_class(cls) or classes and all(map(_is_class, classes)):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, "__annotations__", None):
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain "
                    "`@register` on an annotated function."
                )
            func = cls
            from typing import get_type_hints

            name, cls = next(iter(get_type_hints(func).items()))
            classes = _members(cls)
            if not _is_class(cls) and not (classes and all(map(_is_class, classes))):
                if classes:
                    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for one in classes or (cls,):
            registry[one] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """The same for methods: the argument after self chooses."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add an implementation for a class."""
        if isinstance(cls, (classmethod, staticmethod)) and method is None:
            cls.__func__.__annotations__  # those of the function say the class
            from typing import get_type_hints

            hints = get_type_hints(cls.__func__)
            return self.dispatcher.register(next(iter(hints.values())), func=cls)
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method
