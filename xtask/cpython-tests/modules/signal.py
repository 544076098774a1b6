"""Stands for `signal`, which there is not: the tests of asyncio.Runner look up names in it."""

SIGINT = 2
SIG_DFL = 0


def default_int_handler(signum, frame):
    """What SIGINT does unless a program says otherwise."""
    raise KeyboardInterrupt


def getsignal(signum):
    """Tell the handler, which never changes."""
    return default_int_handler


def signal(signum, handler):
    """Refuse, as in any thread but the main one."""
    raise ValueError("signal only works in main thread of the main interpreter")
