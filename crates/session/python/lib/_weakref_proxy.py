"""Proxies: they stand for an object without keeping it, and hand every operation on."""

import operator as _operator

from _weakref import ref

_own = object.__getattribute__


def _behind(value):
    """The object that a proxy stands for; ReferenceError when it is gone. What is no proxy stands for itself."""
    if not issubclass(type(value), ProxyType):
        return value
    found = _own(value, "_proxied")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


class ProxyType:
    """A proxy of an object that cannot be called."""

    __slots__ = ("_proxied", "__weakref__")
    __module__ = "weakref"

    def __hash__(self):
        raise TypeError(f"unhashable type: 'weakref.{type(self).__name__}'")

    def __getattribute__(self, name):
        return getattr(_behind(self), name)

    def __setattr__(self, name, value):
        setattr(_behind(self), name, value)

    def __delattr__(self, name):
        delattr(_behind(self), name)

    def __repr__(self):
        found = _own(self, "_proxied")()
        end = "dead" if found is None else f"to '{type(found).__name__}' at {id(found):#x}"
        return f"<weakproxy at {id(self):#x}; {end}>"


class CallableProxyType(ProxyType):
    """A proxy of an object that can be called."""

    __slots__ = ()
    __module__ = "weakref"

    def __call__(self, *args, **kwargs):
        return _behind(self)(*args, **kwargs)


def _hand_on(special, function, backwards=False):
    """Give proxies a method that does `function` with what the operands stand for."""

    def method(*operands):
        values = [_behind(operand) for operand in operands]
        return function(*(values[::-1] if backwards else values))

    method.__name__ = special
    setattr(ProxyType, special, method)


for _word in "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor".split():
    _plain = getattr(_operator, _word + "_" * (_word in ("and", "or")))
    _hand_on(f"__{_word}__", _plain)
    _hand_on(f"__r{_word}__", _plain, backwards=True)
    _hand_on(f"__i{_word}__", getattr(_operator, "i" + _word))
for _word in "eq ne lt le gt ge contains getitem setitem delitem neg pos invert index".split():
    _hand_on(f"__{_word}__", getattr(_operator, _word))
for _function in (len, iter, next, bool, str, bytes, abs, int, float, round, reversed, divmod):
    _hand_on(f"__{_function.__name__}__", _function)


def proxy(referent, callback=None, /):
    """Return a proxy of an object; `callback(proxy)` is called when the object dies."""
    made = object.__new__(CallableProxyType if callable(referent) else ProxyType)
    told = None
    if callback is not None:
        watched = ref(made)

        def told(_):
            stand_in = watched()
            if stand_in is not None:
                callback(stand_in)

    object.__setattr__(made, "_proxied", ref(referent, told))
    return made
