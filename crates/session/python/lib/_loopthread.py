"""The page's side of a process: its own loop thread, and how requests for any loop are served.

Every request arrives in the ready queue of its loop, as if another thread had used call_soon_threadsafe.
"""

import asyncio
import builtins
import inspect
import threading
import traceback

import _page

_tasks = set()  # asyncio holds tasks by weak references only


class _PageThread(threading._AdoptedThread):
    def __init__(self):
        threading.Thread.__init__(self, name="page", daemon=True)
        self._adopt(threading.get_ident())


def main():
    """Run the page's own loop until it is stopped."""
    thread = _PageThread()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        loop.call_soon(_page.ready)
        while _runs(loop):
            pass
    finally:
        loop.close()
        del threading._active[thread.ident]


def _runs(loop):
    try:
        loop.run_forever()
    except KeyboardInterrupt:  # as in CPython's asyncio console: what was asked is cancelled, and the loop goes on
        for task in _tasks:
            task.cancel()
        return True
    return False


def serve(kind, request, source):
    """Serve a request in the loop it was sent to."""
    loop = asyncio.get_running_loop()
    if kind == "call":
        _start(loop, _call(request, source), f"Call-{request}")
    elif kind == "spawn":
        _spawn(loop, request, source)
    else:
        _start(loop, _stop(getattr(threading.current_thread(), "stop", None)), f"Stop-{request}")


def _start(loop, coro, name):
    task = loop.create_task(coro, name=name)
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)
    return task


async def _call(request, source):
    try:
        function, is_expression = _page.compile(source)
        value = _page.run(function)
        if inspect.iscoroutine(value):
            value = await value
        text = None
        if is_expression and value is not None:
            text = repr(value)
            builtins._ = value
    except BaseException as error:
        _page.answer_error(request, "".join(traceback.format_exception(error)))
    else:
        _page.answer_value(request, text)


def _spawn(loop, request, source):
    try:
        function, _ = _page.compile(source)
        task = _start(loop, _page.run(function), None)
    except BaseException as error:
        _page.answer_error(request, "".join(traceback.format_exception(error)))
    else:
        task.add_done_callback(_report)
        _page.answer_task(request, task)


def _report(task):
    if not task.cancelled() and task.exception() is not None:
        message = f"Task {task.get_name()!r} failed"
        task.get_loop().call_exception_handler({"message": message, "exception": task.exception(), "task": task})


async def _stop(stop):
    if stop is not None:
        await stop()
        return
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    if others:
        await asyncio.wait(others)
    asyncio.get_running_loop().stop()
