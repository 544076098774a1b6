"""What the names of `typing` are when they stand alone, and what they become in brackets."""

from _types import FunctionType, GenericAlias, NoneType, UnionType


class _P[T, **S, *Ts]:
    pass


TypeVar, ParamSpec, TypeVarTuple = map(type, _P.__type_params__)
PARAMETERS = (TypeVar, ParamSpec, TypeVarTuple)


def type_repr(obj):
    """Return a type as annotations show it."""
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return f"[{', '.join(type_repr(item) for item in obj)}]"
    return repr(obj)


class ForwardRef:
    """A type given by its name, to be looked up later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return union((self, other))

    def __ror__(self, other):
        return union((other, self))

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def checked(arg, message):
    """Return a type in brackets: None is its class, a string is a reference; a tuple is no type."""
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def parameters_of(args):
    found = []
    for arg in args:
        if isinstance(arg, PARAMETERS):
            found.append(arg)
        elif isinstance(arg, (list, tuple)):
            found.extend(parameters_of(arg))
        elif not isinstance(arg, type) or isinstance(arg, GenericAlias):
            found.extend(getattr(arg, "__parameters__", ()))
    return tuple(dict.fromkeys(found))


class _Typed:
    """What all forms share: they make unions, and refuse isinstance."""

    def __or__(self, other):
        return union((self, other))

    def __ror__(self, other):
        return union((other, self))

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")


class SpecialForm(_Typed):
    """A name such as `Union`: a function says what it is in brackets."""

    def __init__(self, name, getitem=None, doc=None):
        self._name, self._getitem, self.__doc__ = name, getitem, doc

    def __getitem__(self, params):
        if self._getitem is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._getitem(self, params)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name


class Alias(_Typed):
    """A form in brackets."""

    def __init__(self, origin, args, name=None, metadata=None):
        self.__origin__, self.__args__, self._name = origin, args, name
        if metadata is not None:
            self.__metadata__ = metadata

    @property
    def __parameters__(self):
        return parameters_of(self.__args__)

    def __getitem__(self, params):
        """Put types in the place of the type variables."""
        params = params if isinstance(params, tuple) else (params,)
        names = self.__parameters__
        if not names:
            raise TypeError(f"{self!r} is not a generic class")
        if len(names) != len(params):
            few = "few" if len(params) < len(names) else "many"
            raise TypeError(f"Too {few} arguments for {self!r}; actual {len(params)}, expected {len(names)}")
        return substitute(self, dict(zip(names, (checked(p, "Parameters to generic types must be types.") for p in params))))

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, SpecialForm) or not callable(self.__origin__):
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(f"type object {type(self).__name__!r} has no attribute {name!r}")
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self._name == "Union":
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if isinstance(other, UnionType) and self._name == "Union":
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, Alias):
            return NotImplemented
        mine, its = self.__args__, other.__args__
        if self._name in ("Union", "Literal"):
            mine = {(type(arg), arg) if self._name == "Literal" else arg for arg in mine}
            its = {(type(arg), arg) if self._name == "Literal" else arg for arg in its}
        meta = getattr(self, "__metadata__", None) == getattr(other, "__metadata__", None)
        return self.__origin__ == other.__origin__ and mine == its and meta

    def __hash__(self):
        return hash(frozenset(self.__args__)) if self._name in ("Union", "Literal") else hash((self.__origin__, self.__args__))

    def __repr__(self):
        args, name = self.__args__, self._name
        if name == "Annotated":
            shown = [type_repr(args[0]), *map(repr, self.__metadata__)]
        elif name == "Literal":
            shown = [repr(arg) for arg in args]
        elif name == "Callable":
            first = type_repr(args[0]) if args[0] is ... or len(args) == 2 and isinstance(args[0], ParamSpec) else type_repr(args[:-1])
            shown = [first, type_repr(args[-1])]
        elif name == "Union" and len(args) == 2 and NoneType in args:
            name, shown = "Optional", [type_repr(arg) for arg in args if arg is not NoneType]
        else:
            shown = [type_repr(arg) for arg in args]
        return f"typing.{name}[{', '.join(shown) or '()'}]"


class GenericName(_Typed):
    """A name for a class such as `List`, which can have brackets."""

    def __init__(self, origin, count, name, inst=True):
        self.__origin__, self._count, self._name, self._inst = origin, count, name, inst

    def __getitem__(self, params):
        name = self._name
        if name == "Callable":
            return self._callable(params)
        params = params if isinstance(params, tuple) else (params,)
        if name == "Tuple":
            params = tuple(checked(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params if p != ())
            return Alias(self.__origin__, params, name)
        params = tuple([checked(p, "Parameters to generic types must be types.") for p in params])
        if len(params) != self._count and not (name in ("Generator", "AsyncGenerator") and len(params) < self._count):
            few = "few" if len(params) < self._count else "many"
            raise TypeError(f"Too {few} arguments for {self!r}; actual {len(params)}, expected {self._count}")
        if name in ("Generator", "AsyncGenerator"):
            params += (NoneType,) * (self._count - len(params))
        return Alias(self.__origin__, params, name)

    def _callable(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        arguments, result = params
        result = checked(result, "Callable[args, result]: result must be a type.")
        if isinstance(arguments, list):
            arguments = tuple([checked(a, "Callable[[arg, ...], result]: each arg must be a type.") for a in arguments])
        elif arguments is ... or isinstance(arguments, (ParamSpec, Alias)):
            arguments = (arguments,)
        else:
            raise TypeError(f"Callable[args, result]: args must be a list. Got {arguments}")
        return Alias(self.__origin__, (*arguments, result), "Callable")

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return f"typing.{self._name}"


def union(members):
    """Return the union of types; a single one is itself."""
    from typing import Union

    found = []
    for arg in members:
        arg = checked(arg, "Union[arg, ...]: each arg must be a type.")
        nested = isinstance(arg, UnionType) or isinstance(arg, Alias) and arg._name == "Union"
        for part in arg.__args__ if nested else (arg,):
            if part not in found:
                found.append(part)
    return found[0] if len(found) == 1 else Alias(Union, tuple(found), "Union")


def substitute(arg, values):
    """Return a type with other types in the place of its type variables."""
    if isinstance(arg, PARAMETERS):
        return values.get(arg, arg)
    if isinstance(arg, Alias):
        args = tuple([substitute(a, values) for a in arg.__args__])
        if arg._name == "Union":
            return union(args)
        return Alias(arg.__origin__, args, arg._name, getattr(arg, "__metadata__", None))
    if isinstance(arg, GenericAlias):
        return arg.__origin__[tuple([substitute(a, values) for a in arg.__args__])]
    return arg
