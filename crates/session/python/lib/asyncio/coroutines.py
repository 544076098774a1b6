"""Tests for coroutines and for the functions that make them."""

import inspect
import sys
import types


def _is_debug_mode():
    return sys.flags.dev_mode


def iscoroutinefunction(func):
    """Return True if calling `func` gives a coroutine."""
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    """Return True if `obj` is a coroutine, or behaves like one."""
    if isinstance(obj, types.CoroutineType):
        return True
    kind = type(obj)
    return all(hasattr(kind, name) for name in ("send", "throw", "close", "__await__"))
