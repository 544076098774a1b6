"""Stands for `test.support`, as far as the tests of asyncio import it."""

import gc
import unittest

SHORT_TIMEOUT = 30.0


def gc_collect():
    """Collect until nothing is left that only circles hold."""
    for _ in range(3):
        gc.collect()


def cpython_only(test):
    """Leave a test out: it is about the insides of CPython."""
    return unittest.skip("cpython_only")(test)


def refcount_test(test):
    """Leave a test out: it counts references, and there are no counts here."""
    return unittest.skip("it counts references")(test)


def get_attribute(obj, name):
    """Return an attribute; without it the test is skipped."""
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"{obj!r} has no attribute {name!r}") from None
