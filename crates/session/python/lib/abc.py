"""Abstract classes: those with methods that a subclass must define. Absent: the metaclass, and registering."""


def abstractmethod(funcobj):
    """Mark a method that a subclass must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class ABC:
    """A base for abstract classes. Making an object of one raises TypeError."""

    def __new__(cls, *args, **kwargs):
        names = set()
        for base in cls.__mro__:
            for name in base.__dict__:
                if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                    names.add(name)
        if names:
            listed = ", ".join(f"'{name}'" for name in sorted(names))
            raise TypeError(
                f"Can't instantiate abstract class {cls.__name__} without an implementation "
                f"for abstract method{'s' if len(names) > 1 else ''} {listed}"
            )
        return super().__new__(cls)
