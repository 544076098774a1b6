"""Queues between threads."""

import heapq
import threading

from _collections import deque
from _types import with_module as _with_module
from time import monotonic

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """There is no item to get, at once or in time."""

    __module__ = "_queue"


class Full(Exception):
    """There is no free place to put an item, at once or in time."""


class ShutDown(Exception):
    """The queue was shut down."""


class Queue:
    """First in, first out. With a `maxsize` above zero, `put` blocks while the queue is full."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    # Subclasses keep the items in their own order by these four.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(type(list[int]))

    def qsize(self):
        """Return the number of items; other threads may change it at any time."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Return True if there are no items now."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Return True if there is no free place now."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Put `item`; block for a free place, or raise Full."""
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                elif timeout is None:
                    while self._qsize() >= self.maxsize:
                        self.not_full.wait()
                        if self.is_shutdown:
                            raise ShutDown
                elif timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                else:
                    deadline = monotonic() + timeout
                    while self._qsize() >= self.maxsize:
                        remaining = deadline - monotonic()
                        if remaining <= 0.0:
                            raise Full
                        self.not_full.wait(remaining)
                        if self.is_shutdown:
                            raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Remove and return an item; block for one, or raise Empty."""
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not block:
                if not self._qsize():
                    raise Empty
            elif timeout is None:
                while not self._qsize():
                    self.not_empty.wait()
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown
            elif timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            else:
                deadline = monotonic() + timeout
                while not self._qsize():
                    remaining = deadline - monotonic()
                    if remaining <= 0.0:
                        raise Empty
                    self.not_empty.wait(remaining)
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """Put `item` at once, or raise Full."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Remove and return an item at once, or raise Empty."""
        return self.get(block=False)

    def task_done(self):
        """Tell `join` that one of the items is dealt with."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError("task_done() called too many times")
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        """Block until every item that was put has been dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def shutdown(self, immediate=False):
        """Take no more items. What is there can still be got, unless `immediate` drops it."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()


class PriorityQueue(Queue):
    """The lowest item comes first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """The last item comes first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


@_with_module
class SimpleQueue:
    """First in, first out, without bounds and without `join`."""

    __module__ = "_queue"
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, /, *args):
        if args:
            raise TypeError("SimpleQueue() takes no positional arguments")
        self._queue = deque()
        self._count = threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        """Put `item`; never blocks."""
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        """Remove and return an item; block for one, or raise Empty."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not block:
            timeout = None
        if not self._count.acquire(block, timeout):
            raise Empty
        return self._queue.popleft()

    def put_nowait(self, item):
        """Put `item`; never blocks."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Remove and return an item at once, or raise Empty."""
        return self.get(block=False)

    def empty(self):
        """Return True if there are no items now."""
        return len(self._queue) == 0

    def qsize(self):
        """Return the number of items now."""
        return len(self._queue)
