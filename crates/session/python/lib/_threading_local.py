"""Data of which each thread has its own.

The attributes of a thread are kept in a dictionary of its own, in the object itself. They go when the object goes.
"""

import _thread

from _types import with_module as _with_module

__name__ = "_thread"  # where the class is to be found


@_with_module
class _local:
    """An object whose attributes are different in every thread. `__init__` runs again in each."""

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__args", (args, kwargs))
        object.__setattr__(self, "_local__dicts", {_thread.get_ident(): {}})
        return self

    def __getattribute__(self, name):
        attributes = _own(self)
        if name == "__dict__":
            return attributes
        if name in attributes:
            return attributes[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"'{_kind(self)}' object attribute '__dict__' is read-only")
        _own(self)[name] = value

    def __delattr__(self, name):
        attributes = _own(self)
        if name not in attributes:
            raise AttributeError(f"'{_kind(self)}' object has no attribute '{name}'")
        del attributes[name]


def _kind(self):
    return "_thread._local" if type(self) is _local else type(self).__name__


def _own(self):
    dicts = object.__getattribute__(self, "_local__dicts")
    ident = _thread.get_ident()
    attributes = dicts.get(ident)
    if attributes is None:
        attributes = dicts[ident] = {}
        args, kwargs = object.__getattribute__(self, "_local__args")
        type(self).__init__(self, *args, **kwargs)
    return attributes


local = _local
