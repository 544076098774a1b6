# Futures of a pool in every state: reprs, cancel, results that are not there.
import re
import threading
from concurrent import futures


def text(future):
    return re.sub("0x[0-9a-f]+", "0x", repr(future))


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


gate = threading.Event()
with futures.ThreadPoolExecutor(1) as pool:
    running = pool.submit(gate.wait)
    waiting = pool.submit(pow, 2, 3)
    doomed = pool.submit(pow, 2, 4)
    while not running.running():
        pass
    print(text(running), text(waiting))
    print(running.cancel(), doomed.cancel(), doomed.cancel(), text(doomed), doomed.done(), doomed.running())
    attempt("result in no time", lambda: running.result(timeout=0))
    attempt("exception in no time", lambda: running.exception(0.01))
    attempt("result of a cancelled one", doomed.result)
    attempt("exception of a cancelled one", doomed.exception)
    gate.set()
    print(waiting.result(), text(waiting), text(running))
    failed = pool.submit(int, "x")
    attempt("failed", failed.result)
    print(text(failed), repr(failed.exception()))
    attempt("no function", lambda: pool.submit())
    attempt("no callable", pool.submit(5).result)
attempt("after shutdown", lambda: pool.submit(print))
attempt("map after shutdown", lambda: pool.map(print, [1]))

print("# === By hand ===")
future = futures.Future()
print(text(future), future.set_running_or_notify_cancel(), text(future))
future.set_exception(KeyError("by hand"))
attempt("result", future.result)
attempt("set again", lambda: future.set_result(1))
attempt("set exception again", lambda: future.set_exception(ValueError()))
gone = futures.Future()
print(gone.cancel(), gone.set_running_or_notify_cancel(), text(gone))
attempt("set a cancelled one", lambda: gone.set_result(1))
attempt("never set", lambda: futures.Future().result(timeout=0))
print(futures.TimeoutError is TimeoutError, futures.CancelledError.__mro__[1].__name__, futures.InvalidStateError.__mro__[1].__name__)
