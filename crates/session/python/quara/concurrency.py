"""An event loop in a thread of its own, and safe ways to talk to it from other threads.

An event loop belongs to one thread. While it runs, any other thread may ask it for only one thing:
`loop.call_soon_threadsafe`. All methods here whose names end in `_threadsafe` are built on that, and may be
called from any thread. The coroutines are for code that already runs inside the loop.

There is no way to run a thread twice: make a new AsyncioThread instead.
"""

import asyncio
import concurrent.futures
import contextlib
import functools
import inspect
import threading
import warnings


class NotReadyError(RuntimeError):
    """The event loop of the thread does not run: not yet, or not any more."""


class QueueProxy:
    """An asyncio.Queue that may be named before the thread it belongs to has started.

    Until then every method raises NotReadyError. From then on the methods do what those of asyncio.Queue do, and must
    be used inside the loop. Other threads use `AsyncioThread.put_threadsafe` and `AsyncioThread.get_threadsafe`.
    """

    def __init__(self, **kwargs):
        self._kwargs = kwargs
        self._queue = None

    def _start(self):
        self._queue = asyncio.Queue(**self._kwargs)

    def _started(self):
        if self._queue is None:
            raise NotReadyError(_NOT_YET)
        return self._queue

    async def get(self):
        """Wait for an item, remove it and return it."""
        return await self._started().get()

    async def put(self, item):
        """Wait for a free place and put `item` there."""
        await self._started().put(item)

    def get_nowait(self):
        """Remove and return an item at once, or raise asyncio.QueueEmpty."""
        return self._started().get_nowait()

    def put_nowait(self, item):
        """Put `item` at once, or raise asyncio.QueueFull."""
        self._started().put_nowait(item)

    async def join(self):
        """Wait until `task_done` was called for every item."""
        await self._started().join()

    def task_done(self):
        """Tell `join` that an item is dealt with."""
        self._started().task_done()

    def qsize(self):
        """Return the number of items."""
        return self._started().qsize()

    def empty(self):
        """Return True if there are no items."""
        return self._started().empty()

    def full(self):
        """Return True if there is no free place."""
        return self._started().full()


class AsyncioThread(threading.Thread):
    """A thread that runs an event loop until it is stopped.

        with AsyncioThread() as thread:
            future = thread.run_threadsafe(asyncio.sleep(1, "hello"))
            print(future.result())

    Before `start()` the thread-safe methods close the coroutines they were given and raise NotReadyError, and so they
    do once the thread stops. Right after `start()` they wait until the loop runs.
    """

    def __init__(self, *, max_workers=None, **kwargs):
        """Prepare the thread; nothing runs yet.

        `max_workers` limits the threads of the pool that `run_in_executor` uses, all else goes to threading.Thread
        (`name`, `daemon`).
        """
        super().__init__(**kwargs)
        self._loop = None
        self._loop_ident = None  # of the thread the loop runs in
        self._worker_idents = set()  # of the threads of the pool
        self._pool = concurrent.futures.ThreadPoolExecutor(
            max_workers,
            thread_name_prefix=f"{self.name}-pool",
            initializer=lambda: self._worker_idents.add(threading.get_ident()),
        )
        self._gate = threading.Lock()  # held to read or change the state, and while something is handed to the loop
        self._state = _NOT_YET
        self._ready = threading.Event()
        self._ended = threading.Event()
        self._functions = []  # to start as tasks, and queues to make, together with the loop
        self._queues = []
        self._tasks = set()  # asyncio holds tasks by weak references only, this keeps them alive
        self._futures = set()  # what other threads may be waiting for
        self._pool_futures = set()
        self._stoppers = set()  # the tasks that wait in stop()
        self._others_ended = asyncio.Event()
        self._deadline = None  # in the loop's time
        self._limit = None  # the asyncio.timeout that enforces it
        self._main = None  # the thread's own task, which cleans up

    @property
    def loop(self):
        """The event loop; None before `start()`."""
        self._wait_ready()
        return self._loop

    # Life of the thread

    def run(self):
        """Run the event loop until it is stopped, then clean up. Called by `start()` in the new thread.

        It may be called directly instead of `start()`. The loop then runs in the thread that called, and if that
        is the main thread, SIGINT and SIGTERM stop it.
        """
        try:
            self._loop = loop = asyncio.new_event_loop()
            self._loop_ident = threading.get_ident()
            loop.set_default_executor(self._pool)
            try:
                self._begin()
                loop.run_forever()
            finally:
                with self._gate:
                    self._state = _STOPPING
                loop.run_until_complete(self._shut_down())
        finally:
            self._close()

    def __enter__(self):
        """Start the thread and return it."""
        self.start()
        return self

    def __exit__(self, *exc_info):
        """Stop the thread and wait until it has ended."""
        self.stop_threadsafe()

    def stop(self, timeout=None):
        """Stop the thread, from inside the loop or from outside.

        Every task is cancelled once and may take its time to clean up, awaiting what it needs. Functions that wait
        for a place in the pool are cancelled, those that run are waited for while the loop goes on. After `timeout`
        seconds a RuntimeWarning names what has not ended, and nothing is waited for any longer. Futures that can't
        finish then are cancelled.

        Inside the loop this is a coroutine: `await thread.stop()`. It returns None when all other tasks and the pool
        have ended; the task that awaited it is cancelled too, should it go on to wait for something else.

        In any other thread it is `stop_threadsafe(timeout)`.
        """
        if threading.get_ident() == self._loop_ident:
            return self._stop(timeout)
        return self.stop_threadsafe(timeout)

    def stop_threadsafe(self, timeout=None):
        """Stop the thread as `stop` does, wait until it has ended, and return None. Twice does no harm.

        Call it from any thread but those that it would wait for (RuntimeError): the loop's and the pool's. Raise
        NotReadyError if the thread was not started.
        """
        if self._ended.is_set():
            return
        if threading.get_ident() in self._worker_idents | {self._loop_ident}:
            raise RuntimeError("stop_threadsafe() would wait for the thread it was called in")
        self._wait_ready()
        with self._gate:
            if self._state is _NOT_YET:
                raise NotReadyError(_NOT_YET)
            if self._state is not _STOPPED:
                self._loop.call_soon_threadsafe(self._request_stop, timeout)
        self._ended.wait()
        if self.ident is not None:
            self.join()

    def cancel(self):
        """Cancel every task of the loop; the thread itself goes on. For any thread; returns None at once."""
        with self._open_loop() as loop:
            loop.call_soon_threadsafe(self._cancel_tasks)

    def task(self, function):
        """Decorate a coroutine function (without parameters), to start it as a task with the thread.

        If the thread runs already, the task starts now. For any thread; returns the function itself. Should the task
        fail, the loop's exception handler reports it at once. Raise TypeError if it is not a coroutine function.
        """
        if not inspect.iscoroutinefunction(function):
            raise TypeError(f"a coroutine function was expected, got {function!r}")
        with self._gate:
            waits = self._state is _NOT_YET
            if waits:
                self._functions.append(function)
        if not waits:
            self.create_task_threadsafe(function())
        return function

    # For other threads

    def run_threadsafe(self, coro):
        """Run a coroutine in the loop and return its concurrent.futures.Future at once.

        `future.result()` waits for the value, or raises what the coroutine raised; never call it inside the loop, which
        it would block. `future.cancel()` cancels the coroutine.
        """
        with self._open_loop(coro) as loop:
            return self._track(asyncio.run_coroutine_threadsafe(coro, loop), self._futures)

    def create_task_threadsafe(self, coro, *, name=None):
        """Start a coroutine as a task of the loop and return the asyncio.Task.

        Nobody may await the task in another thread, so should it fail, the loop's exception handler reports it at once.
        """
        return self._call([coro], self._spawn, [coro], name)[0]

    def create_tasks_threadsafe(self, *coros):
        """Start coroutines as tasks of the loop, in this order, and return the list of them."""
        return self._call(coros, self._spawn, coros)

    def run_in_executor_threadsafe(self, func, *args, **kwargs):
        """Call a blocking function in the thread pool and return its concurrent.futures.Future at once."""
        with self._open_loop():
            return self._track(self._pool.submit(func, *args, **kwargs), self._pool_futures)

    def run_until_first_complete_threadsafe(self, *coros):
        """Run coroutines until one has ended and cancel the rest.

        Returns a concurrent.futures.Future at once: it gets the first one's value or exception.
        """
        _require(coros)
        tasks = self._call(coros, self._start_all, coros)
        return self.run_threadsafe(self._first_of(tasks))

    def wait_threadsafe(self, tasks, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
        """Return a concurrent.futures.Future of two sets, the tasks that are done and those that are pending."""
        return self.run_threadsafe(self.wait(tasks, timeout=timeout, return_when=return_when))

    # For coroutines that run inside the loop

    async def create_task(self, coro, *, name=None):
        """Start a coroutine as a task and return the asyncio.Task, for the caller to await."""
        return self._start_all([coro], name)[0]

    async def create_tasks(self, *coros):
        """Start coroutines as tasks, in this order, and return the list of them."""
        return self._start_all(coros)

    async def run_in_executor(self, func, *args, **kwargs):
        """Call a blocking function in the thread pool, wait without blocking the loop, and return its value."""
        return await self._loop.run_in_executor(self._pool, functools.partial(func, *args, **kwargs))

    async def run_until_first_complete(self, *coros):
        """Run coroutines until one has ended, cancel the rest, wait for their clean-up, and return the first's value."""
        _require(coros)
        return await self._first_of(self._start_all(coros))

    async def wait(self, tasks, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
        """Wait for tasks and return two sets, those that are done and those that are pending."""
        return await asyncio.wait(tasks, timeout=timeout, return_when=return_when)

    # Queues

    def create_queue_threadsafe(self, start=False, **kwargs):
        """Return a QueueProxy; `kwargs` go to asyncio.Queue.

        The queue behind it is made when the thread starts, or now if the thread runs already. With `start=True` the
        thread has to run (NotReadyError).
        """
        queue = QueueProxy(**kwargs)
        with self._gate:
            if self._state is _NOT_YET and not start:
                self._queues.append(queue)
                return queue
        self._call([], queue._start)
        return queue

    def create_queues_threadsafe(self, n, start=False, **kwargs):
        """Return a list of `n` proxies, each made by `create_queue_threadsafe`."""
        return [self.create_queue_threadsafe(start, **kwargs) for _ in range(n)]

    def put_threadsafe(self, queue, item):
        """Put an item into a queue of this loop and return a concurrent.futures.Future, done when it is there."""
        return self.run_threadsafe(queue.put(item))

    def get_threadsafe(self, queue):
        """Wait for an item of a queue of this loop and return it. Blocks: RuntimeError inside the loop."""
        if threading.get_ident() == self._loop_ident:
            raise RuntimeError("get_threadsafe() would block its own event loop, use 'await queue.get()'")
        return self.run_threadsafe(queue.get()).result()

    # How other threads reach the loop

    def _wait_ready(self):
        if self.ident is not None:
            self._ready.wait()

    @contextlib.contextmanager
    def _open_loop(self, *coros):
        """Give the loop and keep it from stopping meanwhile, or close `coros` and raise NotReadyError."""
        self._wait_ready()
        with self._gate:
            if self._state is not _RUNNING:
                for coro in filter(inspect.iscoroutine, coros):
                    coro.close()
                raise NotReadyError(self._state)
            yield self._loop

    def _call(self, coros, func, *args):
        """Return func(*args), called inside the loop. `coros` are closed if the loop does not run."""
        if threading.get_ident() == self._loop_ident:
            return func(*args)
        future = concurrent.futures.Future()

        def call():
            try:
                future.set_result(func(*args))
            except Exception as error:
                future.set_exception(error)

        with self._open_loop(*coros) as loop:
            self._track(future, self._futures)
            loop.call_soon_threadsafe(call)
        return future.result()

    def _track(self, future, futures):
        futures.add(future)
        future.add_done_callback(futures.discard)
        return future

    # Inside the loop

    def _begin(self):
        self._handle_signals()
        with self._gate:
            self._state = _RUNNING
            for queue in self._queues:
                queue._start()
            for function in self._functions:
                self._spawn([function()])
        self._ready.set()

    def _start_all(self, coros, name=None):
        tasks = [self._loop.create_task(coro, name=name) for coro in coros]
        for task in tasks:
            self._track(task, self._tasks)
        return tasks

    def _spawn(self, coros, name=None):
        tasks = self._start_all(coros, name)
        for task in tasks:
            task.add_done_callback(self._report)
        return tasks

    def _report(self, task):
        if not task.cancelled() and task.exception() is not None:
            message = f"Task {task.get_name()!r} of thread {self.name!r} failed"
            self._loop.call_exception_handler({"message": message, "exception": task.exception()})

    async def _first_of(self, tasks):
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            return next(task for task in tasks if task.done()).result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    def _live_tasks(self):
        """Return the tasks of the loop but the thread's own, in the order of their names: Task-2 before Task-10."""
        tasks = asyncio.all_tasks(self._loop) - {self._main}
        return sorted(tasks, key=lambda task: (len(task.get_name()), task.get_name()))

    def _cancel_tasks(self):
        for task in self._live_tasks():
            task.cancel()

    # How it ends

    def _handle_signals(self):
        if threading.current_thread() is not threading.main_thread():
            return  # only the main thread gets signals
        try:
            import signal

            for number in signal.SIGINT, signal.SIGTERM:
                self._loop.add_signal_handler(number, self._signal_handler)
        except (ImportError, NotImplementedError):
            pass  # no signals on this platform

    def _signal_handler(self):
        """Stop from inside: called by the loop when a signal has come."""
        self._loop.create_task(self.stop())

    async def _stop(self, timeout):
        stopper = asyncio.current_task()
        self._stoppers.add(stopper)
        try:
            self._request_stop(timeout)
            await self._others_ended.wait()
        finally:
            self._stoppers.discard(stopper)

    def _request_stop(self, timeout):
        if timeout is not None:
            deadline = self._loop.time() + timeout
            if self._deadline is None or deadline < self._deadline:
                self._deadline = deadline
                if self._limit is not None:
                    self._limit.reschedule(deadline)
        if self._state is _RUNNING:
            self._loop.stop()

    async def _shut_down(self):
        self._main = asyncio.current_task()
        for future in list(self._pool_futures):
            future.cancel()  # does nothing to those that run
        await asyncio.sleep(0)  # what was handed over before the gate closed has become tasks now
        try:
            async with asyncio.timeout_at(self._deadline) as self._limit:
                await self._end_tasks()
                await self._loop.shutdown_default_executor()
                await self._release_stoppers()
                await self._end_tasks()
                await self._loop.shutdown_asyncgens()
        except TimeoutError:
            names = [task.get_name() for task in self._live_tasks()]
            what = "task(s) " + ", ".join(names) if names else "functions in the thread pool"
            warnings.warn(f"Thread {self.name!r} stopped without waiting for {what}", RuntimeWarning, stacklevel=2)
            await self._release_stoppers()
        finally:
            self._limit = None

    async def _end_tasks(self):
        """Cancel each task once, also those that appear meanwhile, and wait for all but the stoppers."""
        cancelled = set()
        while True:
            tasks = [task for task in self._live_tasks() if task not in self._stoppers]
            if not tasks:
                break
            for task in tasks:
                if task not in cancelled:
                    task.cancel()
            cancelled.update(tasks)
            await asyncio.wait(tasks)

    async def _release_stoppers(self):
        self._others_ended.set()
        await asyncio.sleep(0)

    def _close(self):
        with self._gate:
            self._state = _STOPPED
        for future in self._futures | self._pool_futures:
            future.cancel()
        if self._loop is not None:
            self._loop.close()
        self._ready.set()
        self._ended.set()


_NOT_YET = "Event loop is not running yet"
_RUNNING = "Event loop is running"
_STOPPING = "Event loop is stopping"
_STOPPED = "Event loop has stopped"


def _require(coros):
    if not coros:
        raise ValueError("at least one coroutine is required")
