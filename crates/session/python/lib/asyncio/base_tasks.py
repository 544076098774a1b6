"""Where a task stands, as frames and as text."""

import sys
import traceback

import _traceback


def get_stack(task, limit):
    """Return the frames of the task's coroutine, the newest last; of a task that failed those of its traceback.

    A coroutine that is suspended has no caller, so it is one frame.
    """
    coro = task.get_coro()
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    frames = []
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        tb = task._exception.__traceback__
        while tb is not None and (limit is None or len(frames) < limit):
            frames.append(tb.tb_frame)
            tb = tb.tb_next
    return frames


def print_stack(task, limit, file):
    """Print the frames as a traceback. As in CPython, without `file` they go to stderr, what stands around them to stdout."""
    rows = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        rows.append((code.co_filename, frame.f_lineno, code.co_name, _traceback.source_line(code.co_filename, frame.f_lineno)))
    exception = task._exception
    if not rows:
        print(f"No stack for {task!r}", file=file)
    elif exception is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    traceback.print_list(rows, file)
    if exception is not None:
        print("".join(traceback.format_exception_only(exception)), end="", file=file)
