"""Functions to call at the end of the program, the last one first."""

import sys

_calls = []


def register(func, /, *args, **kwargs):
    """Call `func(*args, **kwargs)` at the end; return `func`."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Do not call `func` at the end."""
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    _calls.clear()


def _run_exitfuncs():
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except BaseException:
            import traceback

            sys.stderr.write(f"Exception ignored in atexit callback {func!r}:\n" + traceback.format_exc())
