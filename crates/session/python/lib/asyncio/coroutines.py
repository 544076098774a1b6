"""Tests for coroutines and for the functions that make them."""

import inspect
import sys

from _asyncio import iscoroutine


def _is_debug_mode():
    return sys.flags.dev_mode


def iscoroutinefunction(func):
    """Return True if calling `func` gives a coroutine."""
    return inspect.iscoroutinefunction(func)


def _behaves_as_coroutine(obj):
    kind = type(obj)
    return all(hasattr(kind, name) for name in ("send", "throw", "close", "__await__"))
