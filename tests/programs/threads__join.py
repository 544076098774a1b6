# join: with and without limits, twice, of a thread that is not started, of oneself.
import threading
import time


def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as error:
        print(what, "->", type(error).__name__, error)


thread = threading.Thread(target=time.sleep, args=(0.05,), name="sleeper")
attempt("not started", thread.join)
thread.start()
attempt("a short limit", lambda: thread.join(0.01))
attempt("alive", thread.is_alive)
attempt("zero", lambda: thread.join(0))
attempt("negative", lambda: thread.join(-1))
attempt("by name", lambda: thread.join(timeout=1))
attempt("alive", thread.is_alive)
attempt("again", thread.join)
attempt("started again", thread.start)
attempt("not a number", lambda: thread.join("soon"))
attempt("main by itself", threading.current_thread().join)
attempt("main by its name", threading.main_thread().join)


def joins_itself():
    attempt("itself", threading.current_thread().join)


thread = threading.Thread(target=joins_itself)
thread.start()
thread.join()

order = []


def waits_for(other, name):
    if other:
        other.join()
    order.append(name)


chain, last = [], None
for name in "abcd":
    last = threading.Thread(target=waits_for, args=(last, name))
    chain.append(last)
for thread in chain:
    thread.start()
for thread in reversed(chain):
    thread.join()
print(order)


def failing():
    raise SystemExit


thread = threading.Thread(target=failing)
thread.start()
print(thread.join(), thread.is_alive())
