"""The event loop: what is not native of it.

The native base class keeps the ready queue, the timers and the turns. Here are futures and tasks of the loop, runs up to
a result, the default executor, and the reports about exceptions that nobody caught. Absent: all networking.
"""

import sys

import _asyncio

from _report import report

from . import coroutines, futures, tasks


class BaseEventLoop(_asyncio.AbstractEventLoop):
    _default_executor = None
    _executor_shutdown_called = False
    _exception_handler = None
    _task_factory = None

    def __init__(self):
        _log("debug", "Using selector: EpollSelector")
        if coroutines._is_debug_mode():
            self.set_debug(True)

    def _create_task(self, coro, name, context):
        # `create_task` where there is a factory, or what is given is not plainly a coroutine and a name.
        if self._task_factory is None:
            return _asyncio.Task(coro, loop=self, name=name, context=context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        task.set_name(name)
        return task

    def set_task_factory(self, factory):
        """Let `factory(loop, coro, context=None)` make all tasks; None means asyncio.Task."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        """Return the task factory, or None."""
        return self._task_factory

    def run_until_complete(self, future):
        """Run the loop until a future or coroutine is done, and return its result."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False  # an unfinished one is reported below
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                future.exception()  # looked at: what leaves here is the report
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def close(self):
        """Forget all that is scheduled, and the default executor, without waiting."""
        if self.is_closed() and not self.is_running():
            return
        if self.get_debug() and not self.is_running():
            _log("debug", f"Close {self!r}")
        super().close()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    # Executors

    def run_in_executor(self, executor, func, *args):
        """Call `func(*args)` in an executor, by default a thread pool of the loop's; return a future of the result."""
        self._check_closed()
        if self.get_debug() and coroutines.iscoroutinefunction(func):
            raise TypeError("coroutines cannot be used with run_in_executor()")
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            if executor is None:
                import concurrent.futures

                executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Use `executor` where run_in_executor gets None."""
        import concurrent.futures

        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Wait until the default executor has done all it was given, at most `timeout` seconds."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        import threading

        from . import timeouts

        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            async with timeouts.timeout(timeout):
                await future
        except TimeoutError:
            import warnings

            warnings.warn(
                f"The executor did not finishing joining its threads within {timeout} seconds.",
                RuntimeWarning,
                stacklevel=2,
            )
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as error:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, error)

    def _close_left_asyncgen(self, agen):
        """Close an asynchronous generator that nobody has any more."""
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that were left in the middle."""
        agens = self._live_asyncgens()
        if not agens:
            return
        results = await tasks.gather(*[agen.aclose() for agen in agens], return_exceptions=True)
        for result, agen in zip(results, agens):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                        "exception": result,
                        "asyncgen": agen,
                    }
                )

    # Exceptions that nobody caught

    def get_exception_handler(self):
        """Return the exception handler, or None if the default one is used."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Let `handler(loop, context)` report; None means the default handler."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Log a message, the rest of the context in the order of its keys, and the traceback."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        handle = self._current_handle
        if handle is not None and handle._source_traceback and "source_traceback" not in context:
            context["handle_traceback"] = handle._source_traceback
        for key in sorted(context):
            if key in ("source_traceback", "handle_traceback"):
                import traceback

                calls = "".join(traceback.format_list(context[key])).rstrip()
                what = "Object" if key == "source_traceback" else "Handle"
                lines.append(f"{key}: {what} created at (most recent call last):\n{calls}")
            elif key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        _log("error", "\n".join(lines), context.get("exception"))

    def call_exception_handler(self, context):
        """Report trouble that has no caller: by the exception handler, which must not fail, else by the default one."""
        if self._exception_handler is None:
            self._call_default_handler(context, "Exception in default exception handler")
            return
        try:
            owner = context.get("task") or context.get("future") or context.get("handle")
            get_context = getattr(owner, "get_context", None)
            if get_context is None:
                self._exception_handler(self, context)
            else:
                get_context().run(self._exception_handler, self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._call_default_handler(
                {"message": "Unhandled error in exception handler", "exception": error, "context": context},
                "Exception in default exception handler while handling an unexpected error in custom exception handler",
            )

    def _tell_slow(self, handle, seconds):
        """Log that a callback took long, in debug mode."""
        owner = getattr(handle._callback, "__self__", None)
        shown = repr(owner) if isinstance(owner, tasks.Task) else str(handle)
        _log("warning", f"Executing {shown} took {seconds:.3f} seconds")

    def _call_default_handler(self, context, trouble):
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _log("error", trouble, error)


def _log(level, message, exception=None):
    if "logger" in globals():
        info = (type(exception), exception, exception.__traceback__) if exception is not None else False
        getattr(logger, level)(message, exc_info=info)
    elif level != "debug" or "logging" in sys.modules:
        report("asyncio", level, message, exception)


def _format_args(args):
    """Show the arguments of a callback, in debug mode: long ones shortened."""
    import reprlib

    return ", ".join(map(reprlib.repr, args))


def __getattr__(name):
    if name == "logger":
        from .log import logger

        return logger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _run_until_complete_cb(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return  # it has left run_forever already
    future.get_loop().stop()
