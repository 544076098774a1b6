"""Abstract classes: those with methods that a subclass must define, or that other classes are registered with."""


def abstractmethod(funcobj):
    """Mark a method that a subclass must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that a subclass must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A static method that a subclass must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that a subclass must define."""

    __isabstractmethod__ = True


_registrations = 0  # answers of "no" hold only as long as nothing is registered


def _is_abstract(value):
    if getattr(value, "__isabstractmethod__", False):
        return True
    if isinstance(value, property):
        return any(getattr(f, "__isabstractmethod__", False) for f in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        return getattr(value.__func__, "__isabstractmethod__", False)
    return False


def _abstract_names(cls):
    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if name not in names and _is_abstract(_static(cls, name)):
                names.add(name)
    return frozenset(names)


def _static(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


class ABCMeta(type):
    """The class of abstract classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_registry, cls._abc_yes, cls._abc_no, cls._abc_when = [], {}, {}, _registrations
        return cls

    def register(cls, subclass):
        """Let a class count as a subclass, without being one."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind = type(instance)
        if kind in cls._abc_yes:
            return True
        if kind is getattr(instance, "__class__", kind):
            return cls.__subclasscheck__(kind)
        return any(cls.__subclasscheck__(c) for c in {instance.__class__, kind})

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in cls._abc_yes:
            return True
        if cls._abc_when != _registrations:
            cls._abc_when, cls._abc_no = _registrations, {}
        elif subclass in cls._abc_no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (
                cls in subclass.__mro__
                or any(issubclass(subclass, other) for other in cls._abc_registry)
                or any(issubclass(subclass, other) for other in cls.__subclasses__())
            )
        (cls._abc_yes if answer else cls._abc_no)[subclass] = True
        return bool(answer)


class ABC(metaclass=ABCMeta):
    """A base for abstract classes. Making an object of one raises TypeError."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Look again which methods of a class are abstract."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls


def get_cache_token():
    """Return a number that changes when a class is registered."""
    return _registrations
