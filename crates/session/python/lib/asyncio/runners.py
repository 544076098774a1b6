"""One event loop from its making to its closing. The first Ctrl+C cancels what it runs, the second ends it."""

import _signal
import _thread
import contextvars

from . import coroutines, events, exceptions, tasks

_CREATED = "created"
_INITIALIZED = "initialized"
_CLOSED = "closed"

_THREAD_JOIN_TIMEOUT = 300
_SIGINT = 2


class Runner:
    """A context manager that makes a loop when first used, and at the end cancels what is left and closes it."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._set_event_loop = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        """Cancel all tasks, close asynchronous generators and the default executor, then the loop."""
        if self._state is not _INITIALIZED:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(_THREAD_JOIN_TIMEOUT))
        finally:
            if self._set_event_loop:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = _CLOSED

    def get_loop(self):
        """Return the loop."""
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine to its end and return its value. The loop stays for the next one."""
        if not coroutines.iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._lazy_init()
        task = self._loop.create_task(coro, context=context if context is not None else self._context)
        self._interrupts = 0
        handler = None
        in_main = _thread.get_ident() == _thread._get_main_thread_ident()
        if in_main and _signal.getsignal(_SIGINT) is _signal.default_int_handler:
            handler = lambda signum, frame: self._on_interrupt(task)
            _signal.signal(_SIGINT, handler)
        try:
            return self._loop.run_until_complete(task)
        except exceptions.CancelledError:
            uncancel = getattr(task, "uncancel", None)
            if self._interrupts and uncancel is not None and uncancel() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            if handler is not None and _signal.getsignal(_SIGINT) is handler:
                _signal.signal(_SIGINT, _signal.default_int_handler)

    def _on_interrupt(self, task):
        self._interrupts += 1
        if self._interrupts == 1 and not task.done():
            task.cancel()
            self._loop.call_soon_threadsafe(_nothing)  # it may wait for the selector
            return
        raise KeyboardInterrupt()

    def _lazy_init(self):
        if self._state is _CLOSED:
            raise RuntimeError("Runner is closed")
        if self._state is _INITIALIZED:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            events.set_event_loop(self._loop)
            self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = contextvars.copy_context()
        self._state = _INITIALIZED


def _nothing():
    pass


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine in a new event loop, clean up and return its value."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {
                    "message": "unhandled exception during asyncio.run() shutdown",
                    "exception": task.exception(),
                    "task": task,
                }
            )
