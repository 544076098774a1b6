"""Who awaits whom: the calls inside a task, and the tasks that wait for it. From Python 3.14.

CPython notes who awaits a future when that happens. Here it is read off the callbacks of the future, when somebody asks.
"""

import sys

from . import events, futures, taskgroups, tasks

_CO_COROUTINE = 0x80


class FrameCallGraphEntry:
    """A call inside a task."""

    def __init__(self, frame):
        self.frame = frame

    def __repr__(self):
        return f"FrameCallGraphEntry(frame={self.frame!r})"


class FutureCallGraph:
    """A future, the calls inside it if it is a task (innermost first), and the graphs of who awaits it."""

    def __init__(self, future, call_stack, awaited_by):
        self.future = future
        self.call_stack = call_stack
        self.awaited_by = awaited_by

    def __repr__(self):
        return f"FutureCallGraph(future={self.future!r}, call_stack={self.call_stack!r}, awaited_by={self.awaited_by!r})"


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """Return the graph of a future, by default of the task that runs; None if there is none."""
    current = tasks.current_task() if events._get_running_loop() is not None else None
    if future is None:
        if current is None:
            raise RuntimeError("capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided")
        future = current
    if not futures.isfuture(future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")
    if future is not current:
        return _graph_of(future, limit, set())
    frames = []
    frame = sys._getframe(depth - 1)  # calls of the library do not count there
    while frame is not None:
        frames.append(frame)
        if _place(frame.f_code) == _place(_code_of(future.get_coro())):
            break
        frame = frame.f_back
    return FutureCallGraph(future, _limited(frames, limit), _awaited_by(future, limit, {id(future)}))


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """Return the graph as text."""
    graph = capture_call_graph(future, depth=depth, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph, ""))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Print the graph."""
    print(format_call_graph(future, depth=depth, limit=limit), file=file)


def _code_of(coro):
    return getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)


def _place(code):
    return code and (code.co_filename, code.co_firstlineno, code.co_qualname)


def _graph_of(future, limit, seen):
    frames = []
    coro = future.get_coro() if isinstance(future, tasks.Task) else None
    while (frame := getattr(coro, "cr_frame", None)) is not None:
        frames.append(frame)
        coro = coro.cr_await
    frames.reverse()
    return FutureCallGraph(future, _limited(frames, limit), _awaited_by(future, limit, seen | {id(future)}))


def _limited(frames, limit):
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return tuple([FrameCallGraphEntry(frame) for frame in frames])


def _awaited_by(future, limit, seen):
    return tuple([_graph_of(task, limit, seen) for task in _waiting_tasks(future, set()) if id(task) not in seen])


def _waiting_tasks(future, seen):
    """The tasks that go on when the future is done: directly, by a group, or by a future that follows it (gather, wait, shield)."""
    found = []
    for callback, _ in future._callbacks or ():
        owner = getattr(callback, "__self__", None)
        if isinstance(owner, tasks.Task):
            found.append(owner)
        elif isinstance(owner, taskgroups.TaskGroup):
            found.append(owner._parent_task)
        else:
            for cell in getattr(callback, "__closure__", None) or ():
                follower = cell.cell_contents
                if futures.isfuture(follower) and id(follower) not in seen and follower is not future:
                    seen.add(id(follower))
                    found += _waiting_tasks(follower, seen)
    return list(dict.fromkeys(found))


def _lines(graph, indent):
    future = graph.future
    if isinstance(future, tasks.Task):
        yield f"{indent}* Task(name={future.get_name()!r}, id={id(future):#x})"
    else:
        yield f"{indent}* Future(id={id(future):#x})"
    if graph.call_stack:
        yield f"{indent}  + Call stack:"
        for entry in graph.call_stack:
            code = entry.frame.f_code
            tag = "async " if code.co_flags & _CO_COROUTINE else ""
            yield f"{indent}  |   File {code.co_filename!r}, line {entry.frame.f_lineno}, in {tag}{code.co_qualname}()"
    if graph.awaited_by:
        yield f"{indent}  + Awaited by:"
        for other in graph.awaited_by:
            yield from _lines(other, indent + "    ")
