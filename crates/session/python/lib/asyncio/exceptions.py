"""The exceptions of asyncio. Two of them belong to the native Future and Task."""

from _asyncio import CancelledError, InvalidStateError

TimeoutError = TimeoutError


class BrokenBarrierError(RuntimeError):
    """A barrier was aborted or reset while a task waited at it."""


class SendfileNotAvailableError(RuntimeError):
    """There is no sendfile for this kind of file or socket."""


class IncompleteReadError(EOFError):
    """A stream ended before all that was wanted had come."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """A stream has more bytes before a separator than its limit."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)
