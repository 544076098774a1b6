"""The exceptions of asyncio. Two of them belong to the native Future and Task."""

from _asyncio import CancelledError, InvalidStateError

TimeoutError = TimeoutError


class BrokenBarrierError(RuntimeError):
    """A barrier was aborted or reset while a task waited at it."""
