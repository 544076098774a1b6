"""A pool of threads that call functions.

The threads are made one by one as calls come and none is idle, and stay until the pool is shut down or the program ends.
Absent: that the threads end when the pool is forgotten.
"""

import queue
import threading

from _report import report

from . import _base

_CPU_COUNT = 4  # what this machine pretends to have
_pool_count = 0
_queues = {}  # of all live threads of all pools


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread failed."""


class ThreadPoolExecutor(_base.Executor):
    """Calls functions in at most `max_workers` threads, by default 4 more than there are processors, at most 32."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _CPU_COUNT + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        global _pool_count
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = []
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix
        if not thread_name_prefix:
            self._thread_name_prefix = f"ThreadPoolExecutor-{_pool_count}"
            _pool_count += 1
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        """Have `fn(*args, **kwargs)` called in a thread of the pool; return a Future."""
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if threading._SHUTTING_DOWN:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put((future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            name = f"{self._thread_name_prefix}_{count}"
            thread = threading.Thread(name=name, target=_worker, args=(self,))
            thread.start()
            self._threads.append(thread)
            _queues[thread] = self._work_queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            while True:
                try:
                    item = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if item is not None:
                    item[0].set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; cancel those that wait if told so; wait until the threads have ended."""
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        item = self._work_queue.get_nowait()
                    except queue.Empty:
                        break
                    if item is not None:
                        item[0].cancel()
            self._work_queue.put(None)  # wakes a thread, which wakes the next
        if wait:
            for thread in self._threads:
                thread.join()


def _worker(pool):
    if pool._initializer is not None:
        try:
            pool._initializer(*pool._initargs)
        except BaseException as error:
            report("concurrent.futures", "critical", "Exception in initializer:", error)
            pool._initializer_failed()
            return
    try:
        while True:
            try:
                item = pool._work_queue.get_nowait()
            except queue.Empty:
                pool._idle_semaphore.release()
                item = pool._work_queue.get()
            if item is not None:
                _run(*item)
                item = None  # the call's arguments are not needed while this thread waits
            elif threading._SHUTTING_DOWN or pool._shutdown:
                pool._shutdown = True
                pool._work_queue.put(None)
                return
    except BaseException as error:
        report("concurrent.futures", "critical", "Exception in worker", error)


def _run(future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


def _python_exit():
    items = list(_queues.items())
    for _thread, work_queue in items:
        work_queue.put(None)
    for thread, _queue in items:
        thread.join()


threading._register_atexit(_python_exit)
