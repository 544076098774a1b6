"""Names for the interpreter's own types, and classes made without a `class` statement."""

from _types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    BuiltinMethodType,
    CellType,
    CodeType,
    CoroutineType,
    EllipsisType,
    FrameType,
    FunctionType,
    GeneratorType,
    GenericAlias,
    GetSetDescriptorType,
    LambdaType,
    MappingProxyType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    NoneType,
    NotImplementedType,
    TracebackType,
    UnionType,
    WrapperDescriptorType,
)

ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
CapsuleType = type("PyCapsule", (), {"__module__": "builtins"})


class SimpleNamespace:
    """An object with the attributes that it is given."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        pairs = dict(mapping_or_iterable)
        for name in pairs:
            if not isinstance(name, str):
                raise TypeError("keywords must be strings")
        self.__dict__.update(pairs)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _shown:
            return f"{name}(...)"
        _shown.add(id(self))
        try:
            return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"
        finally:
            _shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __replace__(self, /, **changes):
        return type(self)(self.__dict__, **changes)


_shown = set()  # the namespaces whose repr is being made


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a `class` statement does; the body is a function that fills the namespace."""
    resolved = resolve_bases(bases)
    metaclass, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return metaclass(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """Put in the place of each base that is no class what it stands for."""
    new, changed = [], False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            new.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        changed = True
        new.extend(entries)
    return tuple(new) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """Return the metaclass, the namespace to fill, and the keywords that are left."""
    kwds = dict(kwds or {})
    metaclass = kwds.pop("metaclass", type(bases[0]) if bases else type)
    if isinstance(metaclass, type):
        for base in bases:
            kind = type(base)
            if issubclass(metaclass, kind):
                continue
            if not issubclass(kind, metaclass):
                raise TypeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                    "of the metaclasses of all its bases"
                )
            metaclass = kind
    prepare = getattr(metaclass, "__prepare__", None)
    return metaclass, prepare(name, bases, **kwds) if prepare else {}, kwds


def get_original_bases(cls, /):
    """Return the bases as they were written."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """An attribute that is computed for instances, and looked up by the metaclass for the class."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


class _GeneratorWrapper:
    """What a generator-based coroutine function returns: a generator that can be awaited."""

    def __init__(self, generator):
        self._generator = generator

    def __await__(self):
        return self._generator

    def __iter__(self):
        return self._generator

    def __next__(self):
        return next(self._generator)

    def send(self, value):
        return self._generator.send(value)

    def throw(self, *args):
        return self._generator.throw(*args)

    def close(self):
        return self._generator.close()


def coroutine(func):
    """Let what a generator function returns be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if isinstance(result, GeneratorType):
            return _GeneratorWrapper(result)
        return result

    return wrapped
