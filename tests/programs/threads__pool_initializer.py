# Initializers of a pool: arguments, thread locals, and a pool that is broken by a failing one.
import logging
import sys
import threading
import time
from concurrent import futures
from concurrent.futures.thread import BrokenThreadPool

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s: %(message)s")
logging.getLogger("concurrent.futures").addFilter(lambda record: setattr(record, "exc_info", None) is None)
local = threading.local()
started = []


def prepare(greeting, times):
    local.text = greeting * times
    started.append(threading.current_thread().name)


def greet(name):
    time.sleep(0.01)
    return local.text + name


with futures.ThreadPoolExecutor(2, "workers", prepare, ("hi ", 2)) as pool:
    print(list(pool.map(greet, "abc")))
print(sorted(started), hasattr(local, "text"))

print("# === Failing ===")


def fails():
    raise OSError("no connection")


pool = futures.ThreadPoolExecutor(1, initializer=fails)
future = pool.submit(greet, "d")
try:
    future.result()
except BrokenThreadPool as error:
    print(type(error).__name__, error, isinstance(error, futures.BrokenExecutor), isinstance(error, RuntimeError))
try:
    pool.submit(greet, "e")
except futures.BrokenExecutor as error:
    print(error)
pool.shutdown()
for wrong in (
    lambda: futures.ThreadPoolExecutor(0),
    lambda: futures.ThreadPoolExecutor(-1),
    lambda: futures.ThreadPoolExecutor(initializer="text"),
    lambda: futures.ThreadPoolExecutor("2"),
    lambda: futures.ThreadPoolExecutor(workers=2),
):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

print("# === Threads are made when they are needed ===")
with futures.ThreadPoolExecutor(5, "lazy") as pool:
    for _ in range(3):
        pool.submit(time.sleep, 0).result()
        time.sleep(0.01)
    print(sorted(t.name for t in threading.enumerate()))
    gate = threading.Event()
    jobs = [pool.submit(gate.wait) for _ in range(3)]
    print(sorted(t.name for t in threading.enumerate()), all(not t.daemon for t in threading.enumerate()))
    gate.set()
