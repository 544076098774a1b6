# ThreadPoolExecutor and its futures.
import concurrent.futures
import threading
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, Future, ThreadPoolExecutor


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def work(seconds, value):
    time.sleep(seconds)
    return value


def state(future):
    return repr(future).partition("state=")[2][:-1]


with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
    # === Results ===
    futures = [pool.submit(work, 0.2, number) for number in range(4)]
    print(futures[3].cancel(), futures[0].cancel(), futures[0].running(), futures[2].running())
    print([state(future) for future in futures])
    print([future.result() for future in futures[:3]])
    show(futures[3].result)
    print([state(future) for future in futures], futures[3].cancelled(), futures[3].done())

    # === Exceptions ===
    failed = pool.submit(int, "x")
    show(failed.result)
    print(repr(failed.exception()), state(failed), futures[0].exception())

    # === In time ===
    slow = pool.submit(work, 0.3, "slow")
    try:
        slow.result(timeout=0.01)
    except TimeoutError as error:
        print(repr(error))
    print(slow.result())

    # === map keeps the order ===
    print(list(pool.map(work, (0.2, 0.1, 0), "abc")))
    results = pool.map(int, ["1", "x", "3"])
    print(next(results))
    show(next, results)
    show(next, results, "end")

    # === wait ===
    quick, slow = pool.submit(work, 0.05, "quick"), pool.submit(work, 0.4, "slow")
    done, not_done = concurrent.futures.wait([quick, slow], return_when=FIRST_COMPLETED)
    print(done == {quick}, not_done == {slow})
    print(len(concurrent.futures.wait([slow], timeout=0.005).not_done))
    print(len(concurrent.futures.wait([failed, slow], return_when=FIRST_EXCEPTION).done))
    print(len(concurrent.futures.wait([quick, slow]).done))
    show(concurrent.futures.wait, [Future()], None, "whenever")

    # === as_completed ===
    slow, quick = pool.submit(work, 0.3, "slow"), pool.submit(work, 0.05, "quick")
    print([future.result() for future in concurrent.futures.as_completed([slow, quick])])
    slow = pool.submit(work, 0.3, "slow")
    show(list, concurrent.futures.as_completed([slow], timeout=0.01))

    # === Callbacks run where the future ends, or at once ===
    slow.add_done_callback(lambda future: print("called in", threading.current_thread().name.partition("_")[0]))
    slow.result()
    time.sleep(0.1)
    slow.add_done_callback(lambda future: print("called in", threading.current_thread().name, future is slow))

# === After the end ===
show(pool.submit, print)

# === How many threads there are ===
names = set()


def name():
    names.add(threading.current_thread().name)
    time.sleep(0.1)


with ThreadPoolExecutor(3) as pool:
    for _ in range(9):
        pool.submit(name)
print(sorted(names))
for wrong in (0, -1):
    show(ThreadPoolExecutor, wrong)

# === Cancelling what waits ===
pool = ThreadPoolExecutor(1)
futures = [pool.submit(work, 0.2, "first"), *[pool.submit(work, 0, "waits") for _ in range(3)]]
pool.shutdown(cancel_futures=True)
print([future.cancelled() for future in futures])

# === By hand ===
future = Future()
print(future.set_running_or_notify_cancel(), future.cancel(), state(future))
future.set_result(None)
try:
    future.set_result(1)
except concurrent.futures.InvalidStateError as error:
    print(str(error).partition(" at ")[0])
