# wait and as_completed of concurrent.futures: modes, timeouts, duplicates, futures that are done.
import threading
import time
from concurrent import futures


def work(name, seconds, error=None):
    time.sleep(seconds)
    if error:
        raise error
    return name


def names(group):
    return sorted(known[future] for future in group)


known = {}


def submit(pool, name, seconds, error=None):
    future = pool.submit(work, name, seconds, error)
    known[future] = name
    return future


with futures.ThreadPoolExecutor(4) as pool:
    print("# === Modes ===")
    for mode in (futures.FIRST_COMPLETED, futures.FIRST_EXCEPTION, futures.ALL_COMPLETED):
        group = [submit(pool, "a", 0.02), submit(pool, "b", 0.06, ValueError("b")), submit(pool, "c", 0.1)]
        result = futures.wait(group, return_when=mode)
        print(mode, names(result.done), names(result.not_done), type(result).__name__)
        futures.wait(group)
    print("# === Timeouts ===")
    group = [submit(pool, "d", 0.02), submit(pool, "e", 0.1)]
    for timeout in (0, 0.05, None):
        done, left = futures.wait(group, timeout=timeout)
        print(timeout, names(done), names(left))
    print("# === as_completed ===")
    group = [submit(pool, n, s) for n, s in (("f", 0.06), ("g", 0.02), ("h", 0.04))]
    print([future.result() for future in futures.as_completed(group)])
    print(sorted(known[future] for future in futures.as_completed(group + group)))
    group = [submit(pool, "i", 0.02), submit(pool, "j", 0.1)]
    try:
        for future in futures.as_completed(group, timeout=0.05):
            print(future.result())
    except TimeoutError as error:
        print(error)
    print("# === Empty and wrong ===")
    print(futures.wait([]), list(futures.as_completed([])))
    for wrong in (lambda: futures.wait([5]), lambda: futures.wait(group, return_when="NOW"), lambda: list(futures.as_completed(None))):
        try:
            wrong()
        except (ValueError, TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    gate = threading.Event()
    blockers = [pool.submit(gate.wait) for _ in range(4)]
    doomed = submit(pool, "k", 0)
    doomed.cancel()
    gate.set()
    print([known[future] for future in futures.as_completed([doomed])], names(futures.wait([doomed]).done))
