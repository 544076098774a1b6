"""The collector: it works on its own, and can be asked to end what only circles of references hold."""

from _gc import _sweep, _switch, collect as _collect, is_finalized, isenabled

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_threshold = (2000, 10, 0)


def collect(generation=2):
    """End every circle that nobody refers to; the number of objects in them is returned."""
    if not isinstance(generation, int):
        raise TypeError(f"'{type(generation).__name__}' object cannot be interpreted as an integer")
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    info = {"generation": generation, "collected": 0, "uncollectable": 0}
    for callback in callbacks:
        callback("start", dict(info))
    info["collected"] = _collect()
    _sweep()
    for callback in callbacks:
        callback("stop", dict(info))
    return info["collected"]


def enable():
    """Let the collector end circles when much was made."""
    _switch(True)


def disable():
    """Keep circles until `collect` is called."""
    _switch(False)


def get_threshold():
    """Return the thresholds."""
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    """Remember thresholds."""
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_count():
    """Return zeros: nothing is counted."""
    return (0, 0, 0)


def get_debug():
    return 0


def freeze():
    """Do nothing."""


unfreeze = freeze


def get_freeze_count():
    return 0


def is_tracked(obj, /):
    """Return True for what can hold other objects."""
    return not isinstance(obj, (int, float, complex, str, bytes, bool, type(None)))


def _refused(name):
    def refuse(*args):
        raise NotImplementedError(f"gc.{name}() is not supported")

    return refuse


get_objects, get_referrers, get_referents, get_stats, set_debug = map(
    _refused, ("get_objects", "get_referrers", "get_referents", "get_stats", "set_debug")
)
