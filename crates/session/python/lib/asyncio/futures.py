"""Futures: the native class, and the chain between an asyncio future and a concurrent.futures one."""

import _asyncio

from _asyncio import Future, isfuture

from . import events, exceptions


def _behaves_as_future(obj):
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def wrap_future(future, *, loop=None):
    """Return an asyncio future that follows a concurrent.futures.Future, and cancels it when cancelled."""
    if isfuture(future):
        return future
    import concurrent.futures

    assert isinstance(future, concurrent.futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    if loop is None:
        loop = events.get_event_loop()
    new_future = loop.create_future()
    _chain_future(future, new_future)
    return new_future


def _chain_future(source, destination):
    """When `source` is done, so is `destination`; when `destination` is cancelled, so is `source`.

    Either may be of either kind. Each is touched in the thread of its own loop only.
    """
    from concurrent.futures import Future

    for what, future in ("source", source), ("destination", destination):
        if not isfuture(future) and not isinstance(future, Future):
            raise TypeError(f"A future is required for {what} argument")
    source_loop = source.get_loop() if isfuture(source) else None
    dest_loop = destination.get_loop() if isfuture(destination) else None

    def _call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None:
            _set_concurrent_future_state(destination, source)
        elif dest_loop is source_loop:
            _copy_future_state(source, destination)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    def _set_state(future, other):
        _copy_future_state(other, future)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _told(follower, task):
    # A task is done that a concurrent future follows.
    _asyncio._told(follower, task)


def _check_cancel(task, future):
    if future.cancelled():
        task.get_loop().call_soon_threadsafe(task.cancel)


_told.__qualname__ = "_chain_future.<locals>._call_set_state"
_check_cancel.__qualname__ = "_chain_future.<locals>._call_check_cancel"


def _copy_future_state(source, dest):
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_convert_future_exc(exception))


def _set_concurrent_future_state(concurrent, source):
    assert source.done()
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is None:
        concurrent.set_result(source.result())
    else:
        concurrent.set_exception(_convert_future_exc(exception))


def _convert_future_exc(exc):
    """Turn the exceptions of concurrent.futures into those of asyncio."""
    import concurrent.futures

    if type(exc) is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*exc.args).with_traceback(exc.__traceback__)
    if type(exc) is concurrent.futures.InvalidStateError:
        return exceptions.InvalidStateError(*exc.args).with_traceback(exc.__traceback__)
    return exc


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)
