"""Weak references: to look at an object without keeping it.

`ref` is native; all that is built on it is here. Absent: iterating a collection while its objects die keeps no count of pending removals,
since a removal never comes in the middle of an instruction.
"""

import itertools as _itertools

from _weakref import ReferenceType, getweakrefs, ref

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize", "KeyedRef",
]  # fmt: skip

from _weakref_collections import KeyedRef, WeakKeyDictionary, WeakSet, WeakValueDictionary
from _weakref_proxy import CallableProxyType, ProxyType, proxy



def getweakrefcount(object, /):
    """Return how many weak references to an object there are."""
    return len(getweakrefs(object))


ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    """A reference to a bound method that lives as long as the object it is bound to."""

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        waiting = [callback]

        def gone(_):
            if waiting and waiting.pop() is not None:
                callback(self)

        self = ref.__new__(cls, owner, gone if callback is not None else None)
        self._function = ref(function, gone if callback is not None else None)
        self._kind = type(meth)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        return None if owner is None or function is None else self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = ref.__hash__


class finalize:
    """Calls a function when an object dies, or at the end of the program."""

    __slots__ = ()
    _waiting = {}  # what is known of each finalizer that has not run
    _numbers = _itertools.count(1)
    _at_exit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._at_exit:
            import atexit

            atexit.register(finalize._end)
            finalize._at_exit = True
        finalize._waiting[self] = {
            "weak": ref(obj, self), "func": func, "args": args, "kwargs": kwargs, "atexit": True,
            "number": next(finalize._numbers),
        }  # fmt: skip

    def __call__(self, _=None):
        """Run the function, the first time."""
        told = finalize._waiting.pop(self, None)
        if told is not None:
            return told["func"](*told["args"], **told["kwargs"])

    def _about(self, take):
        told = finalize._waiting.get(self)
        obj = told and told["weak"]()
        if obj is None:
            return None
        if take:
            del finalize._waiting[self]
        return obj, told["func"], told["args"], told["kwargs"]

    def detach(self):
        """Forget the function; what is known of it is returned."""
        return self._about(True)

    def peek(self):
        """Return object, function, arguments and keywords of a finalizer that has not run."""
        return self._about(False)

    @property
    def alive(self):
        """Whether it is still to run."""
        return self in finalize._waiting

    @property
    def atexit(self):
        """Whether the end of the program counts."""
        return self.alive and finalize._waiting[self]["atexit"]

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            finalize._waiting[self]["atexit"] = bool(value)

    def __repr__(self):
        known = self.peek()
        at = f"<{type(self).__name__} object at {id(self):#x}"
        return f"{at}; dead>" if known is None else f"{at}; for {type(known[0]).__name__!r} at {id(known[0]):#x}>"

    @classmethod
    def _end(cls):
        while True:
            left = [one for one, told in cls._waiting.items() if told["atexit"]]
            if not left:
                return
            max(left, key=lambda one: cls._waiting[one]["number"])()
