# queue.Queue and its kin.
import queue
import threading
import time


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === FIFO, LIFO, priority ===
for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = make()
    for n in (3, 1, 2):
        q.put(n)
    print(make.__name__, q.qsize(), q.empty(), [q.get() for _ in range(3)], q.empty())

# === Bounds and timeouts ===
q = queue.Queue(maxsize=1)
q.put("only")
print(q.full(), q.maxsize)
show(lambda: q.put("more", block=False))
show(lambda: q.put_nowait("more"))
show(lambda: q.put("more", timeout=0.01))
print(q.get())
show(lambda: q.get(block=False))
show(q.get_nowait)
show(lambda: q.get(timeout=0.01))
show(lambda: q.get(timeout=-1))
show(lambda: q.task_done() or q.task_done())

# === join waits for all the work ===
jobs, done = queue.Queue(), []


def worker():
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            return
        time.sleep(0.001)
        done.append(job * 10)
        jobs.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for n in range(8):
    jobs.put(n)
jobs.join()
print(sorted(done))
for _ in threads:
    jobs.put(None)
for t in threads:
    t.join()
print(jobs.qsize(), jobs.unfinished_tasks)

# === A blocked put is woken by a get ===
small = queue.Queue(1)
order = []


def producer():
    for n in range(3):
        small.put(n)
        order.append(f"put {n}")


t = threading.Thread(target=producer)
t.start()
time.sleep(0.02)
print(order)
print([small.get() for _ in range(3)])
t.join()
print(order)

# === Shut down ===
q = queue.Queue()
q.put(1)
q.shutdown()
show(lambda: q.put(2))
print(q.get())
show(q.get)
q = queue.Queue()
q.put(1)
q.shutdown(immediate=True)
show(q.get)
q.join()

# === Equal priorities ===
p = queue.PriorityQueue()
p.put((1, {"a": 1}))
show(lambda: p.put((1, {"b": 2})))
