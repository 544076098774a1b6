"""Blocking functions in threads of the loop's default executor."""

import contextvars
import functools

from . import events


async def to_thread(func, /, *args, **kwargs):
    """Call a blocking function in another thread, with a copy of this context, and return its value."""
    loop = events.get_running_loop()
    context = contextvars.copy_context()
    call = functools.partial(context.run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)
