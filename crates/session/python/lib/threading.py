"""Threads: a name and a state for each, and what happens at their end and at the program's.

What they wait with is in `_threading_sync`. Absent: settrace, setprofile.
"""

import _thread
import sys

from _thread import TIMEOUT_MAX, get_ident, get_native_id
from _thread import error as ThreadError
from _threading_local import local
from _threading_sync import (
    Barrier,
    BoundedSemaphore,
    BrokenBarrierError,
    Condition,
    Event,
    Lock,
    RLock,
    Semaphore,
    _deprecated,
)

_counter = 0
_active = {}  # ident: thread
_starting = {}  # threads that were started and do not run yet
_shutdown_calls = []
_SHUTTING_DOWN = False


def _newname(template):
    global _counter
    _counter += 1
    return template % _counter


class Thread:
    """A function that runs beside the others. Subclasses may override `__init__` and `run`, nothing else."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if excepthook is None:
            raise RuntimeError("threading.excepthook is None")
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._initialized = True
        self._handle = _thread._ThreadHandle()

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._handle.is_done():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Start the thread; once only."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _starting[self] = self
        try:
            _thread.start_joinable_thread(
                self._bootstrap, handle=self._handle, daemon=self._daemonic, name=self._name
            )
        except Exception:
            del _starting[self]
            raise
        self._started.wait()

    def run(self):
        """Call the target. This is what the new thread does."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # They may hold the thread itself.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self._ident = get_ident()
            self._native_id = get_native_id()
            _tell_name(self)
            self._started.set()
            _active[self._ident] = self
            del _starting[self]
            try:
                self.run()
            except:
                _invoke_excepthook(self)
        finally:
            del _active[self._ident]

    def join(self, timeout=None):
        """Block until the thread has ended, at most `timeout` seconds. Always None: ask `is_alive`."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)

    @property
    def name(self):
        """The name, for people."""
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident is not None:
            _tell_name(self)

    @property
    def ident(self):
        """The number of the thread, None before it was started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        """The number that the system gave it, None before it was started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        """Return True from the start of the thread to its end."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        """True if the program may end before the thread does."""
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


class Timer(Thread):
    """Calls a function after a while, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        """Do not call the function, if it was not yet called."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _AdoptedThread(Thread):
    def _adopt(self, ident):
        self._ident = ident
        self._handle = _thread._make_thread_handle(ident)
        self._started.set()
        _active[ident] = self


class _MainThread(_AdoptedThread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._adopt(_thread._get_main_thread_ident())


class _DummyThread(_AdoptedThread):
    """Stands for a thread that was not started by this module."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"), daemon=True)
        self._adopt(get_ident())
        _tell_name(self)

    def is_alive(self):
        return not self._handle.is_done()

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def _tell_name(thread):
    _thread._set_thread_name(thread._ident, thread._name)


def current_thread():
    """Return the Thread object of the thread that asks."""
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def main_thread():
    """Return the thread that the program began with."""
    return _main_thread


def enumerate():
    """Return a list of all threads that are alive."""
    for ident, thread in list(_active.items()):
        if isinstance(thread, _DummyThread) and not thread.is_alive():
            del _active[ident]  # nobody else notices that it has ended
    return list(_active.values()) + list(_starting.values())


def active_count():
    """Return how many threads are alive."""
    return len(enumerate())


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def activeCount():
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def stack_size(size=0, /):
    """Return 0: stacks grow as they need. Another size is refused."""
    if size != 0:
        raise NotImplementedError("threading.stack_size() is not supported: stacks grow as they need")
    return 0


# Exceptions that leave a thread


class _ExceptHookArgs(tuple):
    """What `excepthook` gets: exc_type, exc_value, exc_traceback, thread."""

    __module__ = "_thread"
    __match_args__ = ("exc_type", "exc_value", "exc_traceback", "thread")

    def __new__(cls, sequence):
        items = tuple(sequence)
        if len(items) != 4:
            raise TypeError(f"_thread._ExceptHookArgs() takes a 4-sequence ({len(items)}-sequence given)")
        return tuple.__new__(cls, items)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self.__match_args__, self))
        return f"_thread._ExceptHookArgs({shown})"


ExceptHookArgs = _ExceptHookArgs


def excepthook(args, /):
    """Report an exception that nobody caught in a thread. SystemExit is none of them."""
    if type(args) is not ExceptHookArgs:
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit or sys.stderr is None:
        return
    import traceback

    name = args.thread.name if args.thread is not None else get_ident()
    lines = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
    sys.stderr.write(f"Exception in thread {name}:\n" + "".join(lines))
    sys.stderr.flush()


__excepthook__ = excepthook


def _invoke_excepthook(thread):
    try:
        excepthook(ExceptHookArgs([*sys.exc_info(), thread]))
    except Exception as error:
        error.__suppress_context__ = True  # the thread's own exception is not what is told
        sys.stderr.write("Exception in threading.excepthook:\n")
        sys.excepthook(*sys.exc_info())


# The end of the program


def _register_atexit(func, *arg, **kwargs):
    """Call a function when the main thread has ended, before the other threads are waited for. Last one first."""
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _shutdown_calls.append((func, arg, kwargs))


def _shutdown():
    """Wait for all threads that are no daemons. Called when the main thread has ended."""
    global _SHUTTING_DOWN
    _SHUTTING_DOWN = True
    for func, arg, kwargs in reversed(_shutdown_calls):
        func(*arg, **kwargs)
    _main_thread._handle._set_done()
    while True:
        left = [thread for thread in enumerate() if not thread.daemon and thread is not current_thread()]
        if not left:
            break
        for thread in left:
            thread._handle.join()


_main_thread = _MainThread()

# As CPython's, without tracing.
__all__ = """get_ident active_count Condition current_thread enumerate main_thread TIMEOUT_MAX Event Lock RLock Semaphore BoundedSemaphore
Thread Barrier BrokenBarrierError Timer ThreadError local stack_size excepthook ExceptHookArgs get_native_id""".split()
