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
    for at, call in enumerate(_calls):
        if call is not None and call[0] == func:
            _calls[at] = None  # its place stays: they may be running


def _clear():
    _calls.clear()


def _run_exitfuncs():
    # What is registered meanwhile comes too late.
    for at in range(len(_calls) - 1, -1, -1):
        call, _calls[at] = _calls[at], None
        if call is not None:
            _run(*call)
    _calls.clear()


def _run(func, args, kwargs):
    try:
        func(*args, **kwargs)
    except BaseException as error:
        words = f"Exception ignored in atexit callback {func!r}"
        if sys.unraisablehook is not sys.__unraisablehook__:
            from types import SimpleNamespace

            told = dict(exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__, err_msg=words, object=None)
            sys.unraisablehook(SimpleNamespace(**told))
            return
        import traceback

        lines = traceback.format_exception(error, chain=False)
        text = "".join(lines).splitlines(keepends=True)
        # The interpreter itself shows no carets.
        text = [line for line in text if line.strip(" ~^\n")]
        sys.stderr.write(words + ":\n" + "".join(text))
