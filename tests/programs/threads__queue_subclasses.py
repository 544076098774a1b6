# Queues of one's own: _init, _put, _get and _qsize decide what a queue keeps.
import queue
import threading
import time


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        self.items = {}

    def _qsize(self):
        return len(self.items)

    def _put(self, item):
        self.items[item] = None

    def _get(self):
        item = next(iter(self.items))
        del self.items[item]
        return item


class LatestQueue(queue.Queue):
    def _put(self, item):
        self.queue.clear()
        super()._put(item)


unique = UniqueQueue(2)
for item in "aab":
    unique.put(item)
print(unique.qsize(), unique.full(), unique.unfinished_tasks, [unique.get() for _ in range(2)], unique.empty())
latest = LatestQueue()
for n in range(5):
    latest.put(n)
print(latest.get(), latest.empty())

print("# === Items that come with their time ===")


class DelayQueue(queue.PriorityQueue):
    def put_in(self, seconds, item):
        self.put((time.monotonic() + seconds, item))

    def get_due(self):
        when, item = self.get()
        time.sleep(max(0, when - time.monotonic()))
        return item


delayed = DelayQueue()
for seconds, item in ((0.03, "c"), (0.01, "a"), (0.02, "b")):
    delayed.put_in(seconds, item)
print([delayed.get_due() for _ in range(3)])

print("# === Two queues as a request and its answer ===")
requests = queue.Queue()


def server():
    while (request := requests.get()) is not None:
        value, answer = request
        try:
            answer.put(("ok", 100 // value))
        except ZeroDivisionError as error:
            answer.put(("failed", repr(error)))


thread = threading.Thread(target=server)
thread.start()
for value in (7, 0):
    answer = queue.SimpleQueue()
    requests.put((value, answer))
    print(answer.get())
requests.put(None)
thread.join()
lifo = queue.LifoQueue(1)
lifo.put(1)
threading.Timer(0.02, lifo.get).start()
lifo.put(2, timeout=5)
print(lifo.queue, sorted(name for name in dir(queue) if name[0].isupper()))
