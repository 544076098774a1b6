# Executor.map: order, laziness, errors in the middle, timeouts, cancelled rest.
import threading
import time
from concurrent import futures

calls = []


def square(n):
    calls.append(n)
    if n == 3:
        raise ValueError("three")
    return n * n


with futures.ThreadPoolExecutor(1) as pool:
    results = pool.map(square, range(5))
    print(type(results).__name__, next(results), next(results))
    try:
        for value in results:
            print(value)
    except ValueError as error:
        print("error", error)
    print(list(results), sorted(calls))
    print(list(pool.map(pow, (2, 3, 4), (5, 2))))
    print(list(pool.map(str, [])))

    print("# === The arguments are read at once ===")

    def numbers():
        for n in range(3):
            print("read", n)
            yield n

    results = pool.map(abs, numbers())
    print("made")
    print(list(results))

    print("# === A timeout is for all ===")
    started = time.monotonic()
    results = pool.map(time.sleep, (0.01, 0.2, 0.01), timeout=0.1)
    print(next(results))
    try:
        next(results)
    except TimeoutError as error:
        print(repr(error), time.monotonic() - started < 0.19)

    print("# === Left early: the rest is cancelled ===")
    gate, ran = threading.Event(), []

    def job(n):
        if n:
            gate.wait()
        ran.append(n)
        return n

    results = pool.map(job, range(5))
    print(next(results))
    results.close()
    gate.set()
try:
    pool.map(1, 2)
except (TypeError, RuntimeError) as error:
    print(error)
print(len(ran) <= 2)
with futures.ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda n: (time.sleep((3 - n) / 100), n)[1], range(3))))
    for wrong in (lambda: pool.map(print, 5), lambda: pool.map()):
        try:
            wrong()
        except TypeError as error:
            print(error)
