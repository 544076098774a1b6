"""asyncio: the event loop, tasks, futures, and what coordinates them.

The native core is `_asyncio`. Streams and graphs are imported when they are asked for; networking, subprocesses and signals are refused.
"""

from .base_events import BaseEventLoop
from .coroutines import iscoroutine, iscoroutinefunction
from .events import (
    AbstractEventLoop,
    AbstractEventLoopPolicy,
    DefaultEventLoopPolicy,
    Handle,
    TimerHandle,
    _get_running_loop,
    _set_running_loop,
    get_event_loop,
    get_event_loop_policy,
    get_running_loop,
    new_event_loop,
    set_event_loop,
    set_event_loop_policy,
)
from .exceptions import (
    BrokenBarrierError,
    CancelledError,
    IncompleteReadError,
    InvalidStateError,
    LimitOverrunError,
    SendfileNotAvailableError,
    TimeoutError,
)
from .futures import Future, isfuture, wrap_future
from .locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from .queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown
from .runners import Runner, run
from .taskgroups import TaskGroup
from .tasks import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    Task,
    _enter_task,
    _leave_task,
    _register_task,
    _unregister_task,
    all_tasks,
    as_completed,
    create_eager_task_factory,
    create_task,
    current_task,
    eager_task_factory,
    ensure_future,
    gather,
    run_coroutine_threadsafe,
    shield,
    sleep,
    wait,
    wait_for,
)
from .threads import to_thread
from .timeouts import Timeout, timeout, timeout_at
from .unix_events import SelectorEventLoop

EventLoop = SelectorEventLoop

# What CPython's has and can be had: functions that refuse, too, but no classes that would.
__all__ = [name for name, value in list(globals().items()) if name[:2] != "__" and type(value) is not type(events)]
__all__ += """StreamReader create_subprocess_exec create_subprocess_shell get_child_watcher open_connection open_unix_connection
set_child_watcher start_server start_unix_server""".split()


def __getattr__(name):
    if name == "log":
        from . import log

        return log
    if name in ("streams", "StreamReader"):
        from . import streams as module

        if name == "streams":
            return module
    elif name in ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph"):
        from . import graph as module
    else:
        from ._refused import refused

        return refused(name)
    return getattr(module, name)
