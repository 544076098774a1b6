"""The collector works on its own; it can be asked, but not steered."""

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_enabled = True
_threshold = (2000, 10, 0)


def collect(generation=2):
    """Return 0: what nobody can reach goes without being counted."""
    if not isinstance(generation, int):
        raise TypeError(f"'{type(generation).__name__}' object cannot be interpreted as an integer")
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    return 0


def enable():
    """Remember that collecting is wanted."""
    global _enabled
    _enabled = True


def disable():
    """Remember that collecting is not wanted; it happens all the same when memory is short."""
    global _enabled
    _enabled = False


def isenabled():
    """Return what `enable` and `disable` were told."""
    return _enabled


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


get_objects, get_referrers, get_referents, get_stats, set_debug, is_finalized = map(
    _refused, ("get_objects", "get_referrers", "get_referents", "get_stats", "set_debug", "is_finalized")
)
