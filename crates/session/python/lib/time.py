"""Clocks and `sleep`, which are native. The calendar is loaded when it is asked for; the local time zone is UTC."""

from _time import (
    monotonic,
    monotonic_ns,
    perf_counter,
    perf_counter_ns,
    process_time,
    process_time_ns,
    sleep,
    thread_time,
    thread_time_ns,
    time,
    time_ns,
)

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = range(4)


def __getattr__(name):
    if name not in _calendar:
        raise AttributeError(f"module 'time' has no attribute {name!r}")
    import _time_calendar

    value = globals()[name] = getattr(_time_calendar, name)
    return value


_calendar = ("struct_time", "gmtime", "localtime", "mktime", "asctime", "ctime", "strftime", "strptime")


def clock_gettime(clk_id, /):
    """Return the time of a clock by its number."""
    return (time, monotonic, process_time, thread_time)[clk_id]()


def get_clock_info(name, /):
    """Return what is known about a clock."""
    from types import SimpleNamespace

    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    adjustable = name == "time"
    return SimpleNamespace(adjustable=adjustable, implementation="loopthread", monotonic=not adjustable, resolution=1e-09)


__all__ = [*(name for name in list(globals()) if name[0] != "_"), *_calendar]
