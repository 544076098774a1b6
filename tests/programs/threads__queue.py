# Queues between threads.
import queue
import threading
import time


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except (queue.Empty, queue.Full, queue.ShutDown, ValueError) as error:
        print(repr(error))


# === A producer and a consumer ===
items = queue.Queue(maxsize=2)
log = []


def produce():
    for item in range(5):
        items.put(item)
        log.append(f"put {item}")
    items.put(None)


def consume():
    while (item := items.get()) is not None:
        time.sleep(0.005)
        items.task_done()
        log.append(f"got {item}")
    items.task_done()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
items.join()
print([entry for entry in log if entry.startswith("put")])
print([entry for entry in log if entry.startswith("got")])

# === At once, in time, or not at all ===
items.put("a")
items.put("b")
print(items.full(), items.qsize(), items.empty())
show(items.put, "c", False)
show(items.put, "c", timeout=0.01)
show(items.put, "c", timeout=-1)
print(items.get(), items.get_nowait())
show(items.get, False)
show(items.get, timeout=0.01)
items.task_done()
items.task_done()
show(items.task_done)

# === Shutting down ===
items.put("last")
items.shutdown()
print(items.get())
show(items.get)
show(items.put, 1)
blocked = queue.Queue()


def get():
    try:
        blocked.get()
    except queue.ShutDown as error:
        print("woken by", repr(error))


thread = threading.Thread(target=get)
thread.start()
time.sleep(0.01)
blocked.shutdown(immediate=True)
thread.join()

# === Other orders ===
for kind in (queue.PriorityQueue, queue.LifoQueue, queue.SimpleQueue):
    other = kind()
    for item in (3, 1, 2):
        other.put(item)
    print(kind.__name__, [other.get() for _ in range(3)], other.qsize())
show(other.get_nowait)
show(other.get, timeout=0.01)
