"""Tasks: the native class, and the ways to start, await and combine them."""

import functools

import _asyncio
from _asyncio import Task, current_task

from . import coroutines, events, exceptions, futures

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


_strange_tasks = None


def all_tasks(loop=None):
    """Return a set of the tasks of a loop, by default the running one, that are not done."""
    found = _asyncio.all_tasks(loop)
    if _strange_tasks:
        if loop is None:
            loop = events.get_running_loop()
        found.update(task for task in _strange_tasks if not task.done() and _loop_of(task) is loop)
    return found


def _loop_of(future):
    get_loop = getattr(future, "get_loop", None)
    return future._loop if get_loop is None else get_loop()


def _register_task(task):
    """Let `all_tasks` know of a task that asyncio has not made."""
    global _strange_tasks
    if _strange_tasks is None:
        import weakref

        _strange_tasks = weakref.WeakSet()
    _strange_tasks.add(task)


def _unregister_task(task):
    """Let `all_tasks` forget such a task."""
    if _strange_tasks is not None:
        _strange_tasks.discard(task)


def _enter_task(loop, task):
    """Make `task` the current one of the loop."""
    current = current_task(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    _asyncio._set_current_task(loop, task)


def _leave_task(loop, task):
    """End what `_enter_task` has begun."""
    current = current_task(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    _asyncio._set_current_task(loop, None)


def _await_strange(task, future, wakeup):
    """A task awaits what is no plain future: let that call `wakeup`. Return what is wrong with it, if anything."""
    blocking = getattr(future, "_asyncio_future_blocking", None)
    if blocking is None:
        return f"Task got bad yield: {future!r}"
    if _loop_of(future) is not task.get_loop():
        return f"Task {task!r} got Future {future!r} attached to a different loop"
    if not blocking:
        return f"yield was used instead of yield from in task {task!r} with {future!r}"
    future._asyncio_future_blocking = False
    future.add_done_callback(wakeup, context=task.get_context())


def _get_stack(task, limit):
    from . import base_tasks

    return base_tasks.get_stack(task, limit)


def _print_stack(task, limit, file):
    from . import base_tasks

    base_tasks.print_stack(task, limit, file)


def create_task(coro, *, name=None, context=None):
    """Start a coroutine as a task of the running loop and return the task."""
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def ensure_future(coro_or_future, *, loop=None):
    """Return a future as it is; start a coroutine, or any awaitable, as a task."""
    return _ensure_future(coro_or_future, loop)


def _ensure_future(coro_or_future, loop):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    coro = coro_or_future
    is_coroutine = coroutines.iscoroutine(coro)
    if not is_coroutine:
        if not hasattr(type(coro), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro = _wrap_awaitable(coro)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro)
    except RuntimeError:
        if is_coroutine:
            coro.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable


async def sleep(delay, result=None):
    """Wait for `delay` seconds and return `result`. Zero lets the others run, no more."""
    if delay <= 0:
        await ...  # lets every other ready callback run once
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for tasks or futures; return two sets, those that are done and those that are pending. Cancels none."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def _on_completion(f):
        nonlocal left
        left -= 1
        if (
            left <= 0
            or return_when == FIRST_COMPLETED
            or (return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None)
        ):
            if handle is not None:
                handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Await something for at most `timeout` seconds, then cancel it and raise TimeoutError."""
    from . import timeouts

    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    waiter = events.get_running_loop().create_future()
    callback = functools.partial(_release_waiter, waiter)
    fut.add_done_callback(callback)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(callback)


class _GatheringFuture(futures.Future):
    """The future of a gather: cancelling it cancels the children, and it is done when they are."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def _gathered(gathering, child):
    # A child of a native gather is done.
    _asyncio._gathered(gathering, child)


_gathered.__qualname__ = "gather.<locals>._done_callback"


def gather(*coros_or_futures, return_exceptions=False):
    """Return a future of the list of all results, in the order of the arguments.

    The first exception is passed on at once and the others go on, unless `return_exceptions` puts it into the list.
    """
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer

    outer = _asyncio._gather(coros_or_futures, bool(return_exceptions), _GatheringFuture)
    if outer is not None:
        return outer
    loop = None
    outer = None
    children = []
    by_argument = {}
    done_already = []
    finished = 0

    def _done_callback(fut):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()  # looked at, so that it is not reported
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if finished == len(by_argument):
            results = []
            for child in children:
                if child.cancelled():
                    message = child._cancel_message
                    results.append(exceptions.CancelledError("" if message is None else message))
                else:
                    exc = child.exception()
                    results.append(child.result() if exc is None else exc)
            if outer._cancel_requested:
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(results)

    for argument in coros_or_futures:
        fut = by_argument.get(argument)
        if fut is None:
            fut = _ensure_future(argument, loop)
            if loop is None:
                loop = fut.get_loop()
            if fut is not argument:
                fut._log_destroy_pending = False
            by_argument[argument] = fut
            if fut.done():
                done_already.append(fut)
            else:
                fut.add_done_callback(_done_callback)
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    for fut in done_already:
        _done_callback(fut)
    return outer


def shield(arg):
    """Return a future of `arg` that can be cancelled without cancelling `arg`."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def as_completed(fs, *, timeout=None):
    """Iterate over results as they come: `async for` gives the futures, plain `for` gives coroutines to await."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


class _AsCompletedIterator:
    def __init__(self, aws, timeout):
        from .queues import Queue

        self._done = Queue()
        self._handle = None
        loop = events.get_event_loop()
        self._todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        self._left = len(self._todo)
        for fut in self._todo:
            fut.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._handle_timeout)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for fut in self._todo:
            fut.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, fut):
        if not self._todo:
            return  # the timeout came first
        self._todo.remove(fut)
        self._done.put_nowait(fut)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    async def _wait_for_one(self, resolve=False):
        fut = await self._done.get()
        if fut is None:
            raise exceptions.TimeoutError
        return fut.result() if resolve else fut


_ConcurrentFuture = None


def run_coroutine_threadsafe(coro, loop):
    """Start a coroutine in a loop that runs in another thread; return a concurrent.futures.Future of its result."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    global _ConcurrentFuture
    if _ConcurrentFuture is None:
        from concurrent.futures import Future as _ConcurrentFuture
    future = _ConcurrentFuture()

    def callback():
        try:
            if not _asyncio._follow(coro, loop, future, _ConcurrentFuture, futures._check_cancel):
                futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    if not _asyncio._submit(loop, callback, coro):
        loop.call_soon_threadsafe(callback)
    return future


def create_eager_task_factory(custom_task_constructor):
    """Return a task factory whose tasks take their first step at once."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)
