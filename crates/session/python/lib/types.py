"""Names for types that have none of their own among the builtins."""

import sys


def _f():
    pass


async def _coroutine():
    pass


def _generator():
    yield


async def _async_generator():
    yield


class _C:
    def method(self):
        pass


class SimpleNamespace:
    """An object with the attributes that it is given."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(kwargs)

    def __repr__(self):
        return "namespace(" + ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items()) + ")"

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


FunctionType = LambdaType = type(_f)
MethodType = type(_C().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(sys)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GeneratorType = type(_generator())
AsyncGeneratorType = type(_async_generator())
CodeType = type(_f.__code__)

_c = _coroutine()
CoroutineType = type(_c)
_c.close()  # it would be reported as never awaited

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)


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
