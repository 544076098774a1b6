# queue.Queue.shutdown between threads: waiting getters and putters, joiners, immediate or not.
import queue
import threading
import time

log = []


def attempt(what, call, *args, **kwargs):
    try:
        log.append((what, call(*args, **kwargs)))
    except (queue.ShutDown, queue.Empty, queue.Full, ValueError) as error:
        log.append((what, repr(error)))


def start(what, call, *args, **kwargs):
    thread = threading.Thread(target=attempt, args=(what, call, *args), kwargs=kwargs)
    thread.start()
    time.sleep(0.01)
    return thread


def finish(threads):
    for thread in threads:
        thread.join()
    print(sorted(log, key=str))
    log.clear()


for immediate in (False, True):
    print("# === immediate:", immediate, "===")
    empty = queue.Queue()
    threads = [start("get", empty.get), start("get with a limit", empty.get, timeout=5)]
    empty.shutdown(immediate)
    finish(threads)
    full = queue.Queue(1)
    full.put("x")
    threads = [start("put", full.put, "y"), start("put with a limit", full.put, "z", timeout=5), start("join", full.join)]
    full.shutdown(immediate=immediate)
    time.sleep(0.01)
    print(full.qsize(), full.empty(), full.is_shutdown)
    attempt("put more", full.put, 1)
    attempt("put_nowait", full.put_nowait, 1)
    attempt("get the rest", full.get)
    attempt("get_nowait", full.get_nowait)
    attempt("get again", full.get, timeout=0.01)
    if not immediate:
        attempt("task_done", full.task_done)
    attempt("task_done too often", full.task_done)
    finish(threads)

print("# === Workers that end by it ===")
jobs = queue.PriorityQueue()
done = []


def worker(name):
    while True:
        try:
            item = jobs.get()
        except queue.ShutDown:
            done.append("end")
            return
        done.append(item)
        jobs.task_done()


for n in (3, 1, 2):
    jobs.put(n)
threads = [threading.Thread(target=worker, args=(n,)) for n in range(2)]
jobs.shutdown()
for thread in threads:
    thread.start()
jobs.join()
for thread in threads:
    thread.join()
print(done[:1], sorted(map(str, done)))
