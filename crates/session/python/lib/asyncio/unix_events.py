"""The event loop under the name that it has in CPython on Unix, which its repr shows. Absent: files, sockets, signals."""

from . import base_events


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError

    def remove_signal_handler(self, sig):
        raise NotImplementedError


SelectorEventLoop = _UnixSelectorEventLoop
