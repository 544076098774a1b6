"""Where functions and calls stand, for messages."""

import functools
import inspect


def _get_function_source(func):
    """Return the file and the line where a function begins, or None."""
    func = inspect.unwrap(func)
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    code = getattr(func, "__code__", None)
    return None if code is None else (code.co_filename, code.co_firstlineno)
