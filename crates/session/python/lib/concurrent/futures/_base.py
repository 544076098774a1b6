"""Futures that threads may block on, and waiting for several of them."""

import _thread
import threading
import time

from _report import report

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# States of a future. A cancelled one is "notified" when whoever would have run it has seen that.
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_CANCELLED = (CANCELLED, CANCELLED_AND_NOTIFIED)
_DONE = (*_CANCELLED, FINISHED)

_DESCRIPTIONS = {
    PENDING: "pending",
    RUNNING: "running",
    CANCELLED: "cancelled",
    CANCELLED_AND_NOTIFIED: "cancelled",
    FINISHED: "finished",
}


class Error(Exception):
    """What the exceptions of this package have in common."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is done already."""


class BrokenExecutor(RuntimeError):
    """The executor can't run anything any more."""


class Future:
    """The result of a call that runs elsewhere.

    Its lock is made when somebody asks for `_condition`. Until then whatever must not be interrupted is done without a call or
    a loop, and threads take turns only after those.
    """

    def __init__(self):
        self._lock = None
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []
        self._blocked = []  # a lock for each thread that waits

    @property
    def _condition(self):
        if self._lock is None:
            condition = threading.Condition()
            if self._lock is None:
                self._lock = condition
        return self._lock

    def __repr__(self):
        with self._condition:
            text = f"{type(self).__name__} at {id(self):#x} state={_DESCRIPTIONS[self._state]}"
            if self._state == FINISHED:
                if self._exception:
                    text += f" raised {type(self._exception).__name__}"
                else:
                    text += f" returned {type(self._result).__name__}"
            return f"<{text}>"

    __class_getitem__ = classmethod(type(list[int]))

    def cancel(self):
        """Cancel the call if it does not run yet. Return False if it is too late."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in _CANCELLED:
                return True
            self._state = CANCELLED
            self._wake()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Return True if the call was cancelled."""
        if self._lock is None:
            return self._state in _CANCELLED
        with self._lock:
            return self._state in _CANCELLED

    def running(self):
        """Return True if the call runs now."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Return True if the call has ended or was cancelled."""
        if self._lock is None:
            return self._state in _DONE
        with self._lock:
            return self._state in _DONE

    def add_done_callback(self, fn):
        """Call `fn(self)` when the call has ended: in the thread that ended it, or here and now if it has."""
        if self._lock is None and self._state == PENDING:
            self._done_callbacks.append(fn)
            return
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception as error:
            report("concurrent.futures", "error", f"exception calling callback for {self!r}", error)

    def result(self, timeout=None):
        """Block until the call has ended; return its value or raise its exception."""
        self._wait(timeout)
        if self._exception:
            try:
                raise self._exception
            finally:
                self = None  # the traceback would hold the future
        return self._result

    def exception(self, timeout=None):
        """Block until the call has ended; return its exception, or None."""
        self._wait(timeout)
        return self._exception

    def _wait(self, timeout):
        if self._lock is not None:
            with self._lock:
                if self._state not in _DONE:
                    self._lock.wait(timeout)
        elif self._state != FINISHED:
            waiter = _thread.allocate_lock()
            waiter.acquire()
            if self._state == PENDING or self._state == RUNNING:
                self._blocked.append(waiter)
                if timeout is None:
                    waiter.acquire()
                elif not (waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)):
                    try:
                        self._blocked.remove(waiter)
                    except ValueError:
                        pass
        if self._state != FINISHED:
            if self._state in _CANCELLED:
                raise CancelledError()
            raise TimeoutError()

    # For executors

    def set_running_or_notify_cancel(self):
        """Begin to run. Return False if the future was cancelled: then don't run."""
        if self._lock is None and self._state == PENDING:
            self._state = RUNNING
            return True
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self, False)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            report("concurrent.futures", "critical", f"Future {id(self)} in unexpected state: {self._state}")
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """End with a value."""
        self._finish(result, None)

    def set_exception(self, exception):
        """End with an exception."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        if self._lock is None and self._state == RUNNING:
            self._result = result
            self._exception = exception
            self._state = FINISHED
            while self._blocked:
                self._blocked.pop(0).release()
        else:
            with self._condition:
                if self._state in _DONE:
                    raise InvalidStateError(f"{self._state}: {self!r}")
                self._result = result
                self._exception = exception
                self._state = FINISHED
                for waiter in self._waiters:
                    waiter.add(self, exception is not None)
                self._wake()
        self._invoke_callbacks()

    def _wake(self):
        while self._blocked:
            self._blocked.pop(0).release()
        self._lock.notify_all()


class Executor:
    """Something that runs calls elsewhere. Subclasses define `submit` and `shutdown`."""

    def submit(self, fn, /, *args, **kwargs):
        """Have `fn(*args, **kwargs)` called; return a Future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Have `fn` called with each of the items; iterate over the values in their order."""
        if timeout is not None:
            deadline = timeout + time.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    try:
                        if timeout is None:
                            value = future.result()
                        else:
                            value = future.result(deadline - time.monotonic())
                    finally:
                        future.cancel()
                    yield value
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class DoneAndNotDoneFutures(tuple):
    """A named tuple, made by hand: `collections` is not imported for it."""

    __slots__ = ()
    _fields = __match_args__ = ("done", "not_done")

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    def __repr__(self):
        return f"{type(self).__name__}(done={self[0]!r}, not_done={self[1]!r})"

    def _asdict(self):
        return dict(zip(self._fields, self))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])


class _Waiter:
    """Stands at several futures for one thread. Its event is set when that thread has something to see."""

    def __init__(self, count, return_when):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.finished = []
        self._left = count
        self._return_when = return_when

    def add(self, future, failed):
        with self.lock:
            self.finished.append(future)
            self._left -= 1
            if (
                self._left <= 0
                or self._return_when == FIRST_COMPLETED
                or (self._return_when == FIRST_EXCEPTION and failed)
            ):
                self.event.set()

    def take(self):
        """Return what has finished since the last time."""
        with self.lock:
            finished = self.finished
            self.finished = []
            self.event.clear()
        return finished


class _AllConditions:
    """Holds the locks of several futures, always in the same order."""

    def __init__(self, futures):
        self._futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self._futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self._futures:
            future._condition.release()


def _is_over(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def _install(waiter, futures):
    for future in futures:
        future._waiters.append(waiter)


def _remove(waiter, futures):
    for future in futures:
        with future._condition:
            future._waiters.remove(waiter)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Block until futures are done; return two sets, those that are done and those that are not."""
    fs = set(fs)
    with _AllConditions(fs):
        done = {future for future in fs if _is_over(future)}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and done:
            if any(not future.cancelled() and future.exception() is not None for future in done):
                return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError("Invalid return condition: %r" % return_when)
        waiter = _Waiter(len(not_done), return_when)
        _install(waiter, not_done)
    waiter.event.wait(timeout)
    _remove(waiter, not_done)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """Iterate over futures as they are done; TimeoutError if some are not in time."""
    if timeout is not None:
        deadline = timeout + time.monotonic()
    fs = set(fs)
    total = len(fs)
    with _AllConditions(fs):
        finished = [future for future in fs if _is_over(future)]
        pending = {future for future in fs if not _is_over(future)}
        waiter = _Waiter(len(pending), FIRST_COMPLETED)
        _install(waiter, pending)
    watched = list(pending)
    try:
        yield from finished
        while pending:
            remaining = None
            if timeout is not None:
                remaining = deadline - time.monotonic()
                if remaining < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(remaining)
            for future in waiter.take():
                pending.discard(future)
                yield future
    finally:
        _remove(waiter, watched)
