"""Access to the event loop of a thread, and the policy that makes new ones.

The running loop and the loop set for a thread are kept natively. Absent: transports, servers, signals.
"""

import _thread
from _asyncio import (
    AbstractEventLoop,
    Handle,
    TimerHandle,
    _get_event_loop,
    _get_running_loop,
    _set_event_loop,
    _set_running_loop,
    get_running_loop,
)


class AbstractEventLoopPolicy:
    """Decides which event loop belongs to a thread."""

    def get_event_loop(self):
        """Return the event loop of this thread."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Make `loop` the event loop of this thread."""
        raise NotImplementedError

    def new_event_loop(self):
        """Make a new event loop."""
        raise NotImplementedError


class _UnixDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A loop for each thread that sets one. The main thread gets one unasked, with a DeprecationWarning."""

    __module__ = "asyncio.unix_events"

    def __init__(self):
        self._threads_set = set()

    def get_event_loop(self):
        loop = _get_event_loop()
        if loop is not None:
            return loop
        ident = _thread.get_ident()
        if ident == _thread._get_main_thread_ident() and ident not in self._threads_set:
            import warnings

            warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=3)
            self.set_event_loop(self.new_event_loop())
            return _get_event_loop()
        import threading

        name = threading.current_thread().name
        raise RuntimeError(f"There is no current event loop in thread {name!r}.")

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(
                f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'"
            )
        self._threads_set.add(_thread.get_ident())
        _set_event_loop(loop)

    def new_event_loop(self):
        from . import unix_events

        return unix_events.SelectorEventLoop()


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
_policy = None


def get_event_loop_policy():
    """Return the policy, made on first use."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Use `policy` from now on; None means the default one."""
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'"
        )
    global _policy
    _policy = policy


def get_event_loop():
    """Return the running event loop, or else the one that the policy has for this thread."""
    loop = _get_running_loop()
    if loop is not None:
        return loop
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Make `loop` the event loop of this thread; None takes it away."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """Make a new event loop, as the policy does."""
    return get_event_loop_policy().new_event_loop()
