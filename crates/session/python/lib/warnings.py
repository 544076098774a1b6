"""Warnings. Each is printed once for its place. Absent: most of the filters."""

from _warnings import warn


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Not supported: raises NotImplementedError."""
    raise NotImplementedError("warnings.simplefilter() is not supported")


filterwarnings = simplefilter
