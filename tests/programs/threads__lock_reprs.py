# Locks, RLocks, semaphores, events and conditions: reprs, wrong releases, owners.
import re
import threading


def text(thing):
    shown = re.sub("0x[0-9a-f]+", "0x", repr(thing))
    return shown.replace(str(threading.get_ident()), "ME")


def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as error:
        print(what, "->", type(error).__name__, error)


lock = threading.Lock()
print(text(lock), lock.locked())
with lock:
    print(text(lock), lock.locked())
attempt("release", lock.release)
print(lock.acquire(blocking=False), lock.acquire(False), lock.acquire(timeout=0.01), lock.acquire(True, 0))
lock.release()
attempt("timeout without blocking", lambda: lock.acquire(False, 1))
attempt("negative", lambda: lock.acquire(timeout=-2))
attempt("too large", lambda: lock.acquire(timeout=threading.TIMEOUT_MAX * 2))
attempt("with", lambda: lock.__enter__())
attempt("exit", lambda: lock.__exit__(None, None, None))

rlock = threading.RLock()
print(text(rlock))
with rlock, rlock:
    print(text(rlock))
    print(rlock.acquire(), text(rlock))
    rlock.release()
attempt("release", rlock.release)
print(text(rlock))
rlock.acquire()


def from_another():
    attempt("another releases", rlock.release)
    attempt("another tries", lambda: rlock.acquire(blocking=False))
    attempt("another waits", lambda: rlock.acquire(timeout=0.01))
    print(text(rlock).replace("owner=ME", "owner=ANOTHER").split(" owner=")[0])


thread = threading.Thread(target=from_another)
thread.start()
thread.join()
rlock.release()


def releases_for_another():
    lock.release()


lock.acquire()
thread = threading.Thread(target=releases_for_another)
thread.start()
thread.join()
print("a plain lock can be released by anybody:", lock.locked())

semaphore = threading.Semaphore(2)
print(text(semaphore))
semaphore.acquire()
semaphore.release(3)
print(text(semaphore))
for wrong in (lambda: threading.Semaphore(-1), lambda: semaphore.release(0), lambda: semaphore.acquire(False, 1)):
    attempt("semaphore", wrong)
bounded = threading.BoundedSemaphore(2)
attempt("bounded", bounded.release)
bounded.acquire()
attempt("bounded by 2", lambda: bounded.release(2))
print(text(bounded), bounded.acquire(blocking=False), bounded.acquire(timeout=0.01))
event = threading.Event()
print(text(event), event.wait(0), event.set(), event.wait(), text(event), event.clear(), event.is_set())
print(type(threading.Lock()).__name__, type(rlock).__name__, threading.Lock is type(lock))
attempt("subclass", lambda: type("Mine", (threading.Lock,), {}))
