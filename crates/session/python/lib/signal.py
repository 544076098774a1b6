"""SIGINT, which is Ctrl+C: what a program does about it. All other signals, timers and masks say that they are not here."""

import enum

import _signal
from _signal import default_int_handler, raise_signal


class Signals(enum.IntEnum):
    """The signals that have names here."""

    SIGINT = 2


class Handlers(enum.IntEnum):
    """What can be set instead of a function."""

    SIG_DFL = 0
    SIG_IGN = 1


SIGINT = Signals.SIGINT
SIG_DFL = Handlers.SIG_DFL
SIG_IGN = Handlers.SIG_IGN

_MISSING = "SIGABRT SIGALRM SIGBUS SIGCHLD SIGCONT SIGFPE SIGHUP SIGILL SIGIO SIGKILL SIGPIPE SIGPROF SIGQUIT SIGSEGV SIGSTOP SIGTERM SIGTSTP SIGUSR1 SIGUSR2 SIGWINCH alarm pause pthread_kill pthread_sigmask set_wakeup_fd setitimer siginterrupt sigpending sigwait"


def _named(handler):
    return Handlers(handler) if isinstance(handler, int) else handler


def signal(signalnum, handler):
    """Let `handler(signalnum, frame)` be called in the main thread when the signal comes; return what was set before."""
    return _named(_signal.signal(signalnum, handler))


def getsignal(signalnum):
    """Return what is set for the signal."""
    return _named(_signal.getsignal(signalnum))


def strsignal(signalnum):
    """Return the words for a signal."""
    return "Interrupt" if signalnum == SIGINT else None


def valid_signals():
    """Return the signals that there are."""
    return set(Signals)


def __getattr__(name):
    if name in _MISSING.split():
        raise NotImplementedError(f"signal.{name} is not supported: there is only SIGINT, which is Ctrl+C")
    raise AttributeError(f"module 'signal' has no attribute {name!r}")
