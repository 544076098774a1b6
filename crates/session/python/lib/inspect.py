"""Questions about functions and coroutines. Absent: signatures, sources, stacks."""

import types
from functools import partial

CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ASYNC_GENERATOR = 0x200

CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"
GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"


def _has_flag(obj, flag):
    if isinstance(obj, types.MethodType):
        obj = obj.__func__
    while isinstance(obj, partial):
        obj = obj.func
    if isinstance(obj, types.MethodType):
        obj = obj.__func__
    return isinstance(obj, types.FunctionType) and bool(obj.__code__.co_flags & flag)


def iscoroutinefunction(obj):
    """Return True for a function written with `async def` that has no yield, or a partial of one."""
    return getattr(obj, "_is_coroutine_mark", None) is _mark or _has_flag(obj, CO_COROUTINE)


_mark = object()


def markcoroutinefunction(func):
    """Let a function that returns coroutines count as a coroutine function."""
    func._is_coroutine_mark = _mark
    return func


def isgeneratorfunction(obj):
    """Return True for a function with yield."""
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Return True for a function written with `async def` that has a yield."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutine(object):
    """Return True for what a coroutine function returns."""
    return isinstance(object, types.CoroutineType)


def isgenerator(object):
    """Return True for what a generator function returns."""
    return isinstance(object, types.GeneratorType)


def isasyncgen(object):
    """Return True for what an asynchronous generator function returns."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Return True if the object can be awaited."""
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__")


def isfunction(object):
    """Return True for a function written in Python."""
    return isinstance(object, types.FunctionType)


def ismethod(object):
    """Return True for a function bound to an object."""
    return isinstance(object, types.MethodType)


def isclass(object):
    """Return True for a class."""
    return isinstance(object, type)


def ismodule(object):
    """Return True for a module."""
    return isinstance(object, types.ModuleType)


def getdoc(object):
    """Return the docstring without the indentation of its lines, or None."""
    doc = object.__doc__
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def cleandoc(doc):
    """Remove the indentation of a docstring's lines and the empty lines around it."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getcoroutinestate(coroutine):
    """Return CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_CREATED


def getgeneratorstate(generator):
    """Return GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_CREATED
