"""Runs a program under CPython with the frozen library in place of CPython's own.

    python3 -S frozen.py PROGRAM

What the library expects from Rust (see NATIVE.md) is made here from CPython's own parts, so that the library can be
compared with the original before, and independently of, the virtual machine.
"""

import asyncio
import os
import queue
import sys
import threading
import traceback
import types
import warnings

import _asyncio
import _thread

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = os.path.normpath(os.path.join(HERE, "..", "..", "crates", "session", "python"))
LIB = os.path.join(PYTHON, "lib")


def module(name, **names):
    result = types.ModuleType(name)
    result.__dict__.update(names)
    return result


class EventLoop(asyncio.SelectorEventLoop):
    """The original loop. All that `asyncio.base_events` of the library defines wins over it."""

    def _live_asyncgens(self):
        agens = list(self._asyncgens)
        self._asyncgens.clear()
        return agens


def native_asyncio():
    current = {}
    names = {name: getattr(_asyncio, name) for name in ("Future", "Task", "get_running_loop", "_get_running_loop")}
    return module(
        "_asyncio",
        **names,
        CancelledError=asyncio.CancelledError,
        InvalidStateError=asyncio.InvalidStateError,
        Handle=asyncio.Handle,
        TimerHandle=asyncio.TimerHandle,
        EventLoop=EventLoop,
        _set_running_loop=asyncio._set_running_loop,
        _get_event_loop=lambda: current.get(_thread.get_ident()),
        _set_event_loop=lambda loop: current.__setitem__(_thread.get_ident(), loop),
        current_task=asyncio.current_task,
        all_tasks=asyncio.all_tasks,
    )


def is_library(filename):
    return not filename.endswith("program.py")


def format_exception(exc):
    """The traceback without the frames of the library, which is how tracebacks are compared."""
    text = traceback.TracebackException.from_exception(exc)
    pending, seen = [text], set()
    while pending:
        one = pending.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        one.stack = traceback.StackSummary.from_list(f for f in one.stack if not is_library(f.filename))
        pending += [one.__cause__, one.__context__, *(getattr(one, "exceptions", None) or ())]
    return list(text.format())


def original(program):
    """CPython's own library: only the tracebacks are shortened, as above."""
    traceback.print_exception = lambda exc, value=None, tb=None, limit=None, file=None, chain=True: print(
        "".join(format_exception(value or exc)), end="", file=file or sys.stderr
    )
    return program


def install():
    native = {
        "_asyncio": native_asyncio(),
        "_traceback": module(
            "_traceback", format_exception=format_exception, format_exception_only=traceback.format_exception_only
        ),
        "_warnings": module("_warnings", warn=warnings.warn),
    }
    _thread._set_thread_name = lambda ident, name: None
    start = _thread.start_joinable_thread
    _thread.start_joinable_thread = lambda function, *, name, **kwargs: start(function, **kwargs)
    kept = {"__main__", "sys", "builtins", "time", "_thread", "_collections", "_contextvars"}
    threads = threading._shutdown
    ours = {entry.split(".")[0] for entry in os.listdir(LIB)}
    for name in list(sys.modules):
        if name.split(".")[0] in ours and name not in kept:
            del sys.modules[name]
    sys.modules.update(native)
    sys.path.insert(0, LIB)


def main():
    program = sys.argv[-1]
    sys.path[0] = os.path.dirname(PYTHON + "/x")
    with open(program) as file:
        source = file.read()
    code = compile(source, "program.py", "exec")
    is_ours = sys.argv[1] != "--original"
    if is_ours:
        install()
    else:
        original(program)
    names = {"__name__": "__main__"}
    status = 0
    try:
        exec(code, names)
    except SystemExit as error:
        status = error.code
    except BaseException as error:
        print("".join(format_exception(error)), end="", file=sys.stderr)
        status = 1
    sys.stdout.flush()
    sys.modules["threading"]._shutdown() if is_ours and "threading" in sys.modules else threading._shutdown()
    if is_ours and "atexit" in sys.modules:
        sys.modules["atexit"]._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status or 0)


if __name__ == "__main__":
    main()
