# concurrent.futures.
import concurrent.futures as futures
import threading
import time


def work(n, fail=False):
    time.sleep(n / 100)
    if fail:
        raise ValueError(f"work {n}")
    return n * n


def show(f):
    try:
        print(f())
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


# === submit, result, exception ===
with futures.ThreadPoolExecutor(max_workers=2) as pool:
    future = pool.submit(work, 1)
    bad = pool.submit(work, 1, fail=True)
    print(future.result(), future.done(), future.exception(), future.running(), future.cancelled())
    show(bad.result)
    print(repr(bad.exception()))
    slow = pool.submit(work, 10)
    show(lambda: slow.result(timeout=0.01))
    show(lambda: slow.exception(timeout=0.01))
    print(slow.result())

    # === map keeps the order ===
    print(list(pool.map(work, [3, 1, 2])), list(pool.map(pow, [2, 3], [3, 2])))
    mapped = pool.map(lambda n: 1 // n, [1, 0, 1])
    print(next(mapped))
    show(lambda: next(mapped))
    show(lambda: list(pool.map(work, [1, 20], timeout=0.05)))

    # === wait and as_completed ===
    waiting = [pool.submit(work, n) for n in (4, 1)]
    done, pending = futures.wait(waiting, return_when=futures.FIRST_COMPLETED)
    print(sorted(f.result() for f in done), len(pending))
    print([f.result() for f in futures.as_completed(waiting + [pool.submit(work, 6)])])
    done, pending = futures.wait([pool.submit(work, 1, True), pool.submit(work, 20)], return_when=futures.FIRST_EXCEPTION)
    print(len(done), len(pending))
    done, pending = futures.wait([pool.submit(work, 30)], timeout=0.01)
    print(len(done), len(pending))
    show(lambda: next(futures.as_completed([pool.submit(work, 30)], timeout=0.01)))
show(lambda: pool.submit(work, 1))

# === Cancelling what has not begun ===
with futures.ThreadPoolExecutor(1) as pool:
    first, second = pool.submit(work, 3), pool.submit(work, 1)
    time.sleep(0.01)
    print(first.cancel(), second.cancel(), second.cancelled(), second.cancel())
    show(second.result)
pool = futures.ThreadPoolExecutor(1)
kept = [pool.submit(work, 2) for _ in range(3)]
time.sleep(0.005)
pool.shutdown(cancel_futures=True)
print([f.cancelled() for f in kept])

# === Callbacks, initializers, names ===
names = []
with futures.ThreadPoolExecutor(1, thread_name_prefix="pool", initializer=names.append, initargs=("started",)) as pool:
    f = pool.submit(lambda: threading.current_thread().name)
    f.add_done_callback(lambda f: names.append(f.result()))
print(names)
show(lambda: futures.ThreadPoolExecutor(0))
show(lambda: futures.ThreadPoolExecutor(initializer=5))

# === A future by hand ===
f = futures.Future()
print(f.running(), f.set_running_or_notify_cancel(), f.running(), f.cancel())
f.set_result("by hand")
print(f.result())
show(lambda: f.set_result(1))
f.add_done_callback(lambda f: print("called at once"))
