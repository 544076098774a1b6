# shutdown: waiting or not, cancelling what is queued, twice, with jobs that submit.
import threading
import time
from concurrent import futures

log = []


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


def job(name, seconds=0.02):
    time.sleep(seconds)
    log.append(name)
    return name


print("# === Waiting does all that is queued ===")
pool = futures.ThreadPoolExecutor(1)
group = [pool.submit(job, n) for n in "abc"]
pool.shutdown()
print(log, [f.done() for f in group])
pool.shutdown()
attempt("submit", lambda: pool.submit(job, "late"))

print("# === Not waiting: it is done all the same ===")
log.clear()
pool = futures.ThreadPoolExecutor(1)
group = [pool.submit(job, n) for n in "de"]
pool.shutdown(wait=False)
print(log)
print([f.result() for f in group], log)

print("# === Cancelling what has not begun ===")
log.clear()
pool = futures.ThreadPoolExecutor(1)
group = [pool.submit(job, n) for n in "fgh"]
time.sleep(0.01)
pool.shutdown(cancel_futures=True)
print(log, [f.cancelled() for f in group])

print("# === An error in the with block waits, too ===")
log.clear()
try:
    with futures.ThreadPoolExecutor(1) as pool:
        pool.submit(job, "i")
        raise KeyError("left early")
except KeyError as error:
    print(error, log)

print("# === A job that submits to its own pool ===")


def outer(pool):
    return pool.submit(job, "inner").result(timeout=1)


with futures.ThreadPoolExecutor(2) as pool:
    attempt("two threads", pool.submit(outer, pool).result)


def outer_impatient(pool):
    inner = pool.submit(job, "inner")
    try:
        return inner.result(timeout=0.05)
    except TimeoutError:
        return "the only thread waits for itself", inner.cancel()


with futures.ThreadPoolExecutor(1) as pool:
    attempt("one thread", pool.submit(outer_impatient, pool).result)


def submits_late(pool):
    time.sleep(0.03)
    try:
        return pool.submit(job, "too late")
    except RuntimeError as error:
        return str(error)


pool = futures.ThreadPoolExecutor(1)
future = pool.submit(submits_late, pool)
pool.shutdown()
print(future.result())
