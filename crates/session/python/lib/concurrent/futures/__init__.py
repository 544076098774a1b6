"""Functions that run elsewhere, and futures of their results. Absent: process pools."""

from ._base import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    InvalidStateError,
    TimeoutError,
    as_completed,
    wait,
)

__all__ = (
    *"FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED CancelledError TimeoutError InvalidStateError BrokenExecutor".split(),
    *"Future Executor wait as_completed ThreadPoolExecutor".split(),
)


def __getattr__(name):
    if name != "ThreadPoolExecutor":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Imported by who first asks: the module wants to be told of the program's end, which cannot be once that has begun.
    from .thread import ThreadPoolExecutor

    globals()[name] = ThreadPoolExecutor
    return ThreadPoolExecutor
