# queue.Queue: limits of time and size, blocking or not, task_done and join, SimpleQueue.
import queue
import threading
import time


def attempt(what, call, *args, **kwargs):
    try:
        print(what, "->", call(*args, **kwargs))
    except Exception as error:
        print(what, "->", type(error).__name__, error)


jobs = queue.Queue(maxsize=2)
attempt("get_nowait", jobs.get_nowait)
attempt("get without blocking", jobs.get, False)
attempt("get in time", jobs.get, timeout=0.01)
attempt("get in no time", jobs.get, True, 0)
attempt("a negative limit", jobs.get, timeout=-1)
attempt("a negative limit is no matter without blocking", jobs.get, False, -1)
attempt("put", jobs.put, 1)
attempt("put", jobs.put_nowait, 2)
attempt("put_nowait", jobs.put_nowait, 3)
attempt("put in time", jobs.put, 3, timeout=0.01)
attempt("put without blocking", jobs.put, 3, block=False)
attempt("a negative limit", jobs.put, 3, timeout=-0.5)
print(jobs.qsize(), jobs.empty(), jobs.full(), jobs.maxsize, jobs.unfinished_tasks, list(jobs.queue))
attempt("get", jobs.get)
attempt("task_done", jobs.task_done)
attempt("task_done", jobs.task_done)
attempt("task_done too often", jobs.task_done)

print("# === join waits for task_done, not for get ===")
done = []


def worker():
    while (item := jobs.get()) is not None:
        time.sleep(0.01)
        done.append(item)
        jobs.task_done()


thread = threading.Thread(target=worker)
thread.start()
for item in "abc":
    jobs.put(item)
print(jobs.join(), done)
jobs.put(None)
thread.join()

print("# === The others ===")
stack, heap, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for kind in (stack, heap, simple):
    for item in (2, 3, 1):
        kind.put(item)
    print(type(kind).__name__, kind.qsize(), [kind.get() for _ in range(3)], kind.empty())
    attempt("empty", kind.get_nowait)
attempt("simple", simple.get, timeout=0.01)
attempt("simple", simple.get, False)
attempt("simple", simple.put, 1, False, 5)
attempt("simple", simple.get, timeout=-1)
attempt("no join", lambda: simple.join)
heap.put((1, "a"))
attempt("unordered", heap.put, "text")
print(heap.qsize(), queue.Empty.__module__, queue.Full.__module__, queue.ShutDown.__mro__[1].__name__)
