# Patterns with threads: pools by hand, pipelines, once, read-write, results.
import queue
import threading
import time


class Pool:
    def __init__(self, size):
        self.tasks, self.results = queue.Queue(), []
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.work, name=f"pool-{n}") for n in range(size)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while (task := self.tasks.get()) is not None:
            function, args = task
            try:
                outcome = function(*args)
            except Exception as error:
                outcome = repr(error)
            with self.lock:
                self.results.append(outcome)

    def submit(self, function, *args):
        self.tasks.put((function, args))

    def close(self):
        for _ in self.threads:
            self.tasks.put(None)
        for thread in self.threads:
            thread.join()
        return sorted(self.results, key=str)


pool = Pool(3)
for n in range(5):
    pool.submit(pow, n, 2)
pool.submit(int, "x")
print(pool.close())


# === A pipeline ===
def stage(function, source, target):
    while (item := source.get()) is not None:
        target.put(function(item))
    target.put(None)


queues = [queue.Queue() for _ in range(3)]
stages = [threading.Thread(target=stage, args=(f, queues[i], queues[i + 1])) for i, f in enumerate((str.upper, lambda s: s + "!"))]
for thread in stages:
    thread.start()
for word in ("a", "b", None):
    queues[0].put(word)
out = []
while (item := queues[2].get()) is not None:
    out.append(item)
for thread in stages:
    thread.join()
print(out)


# === Once, and lazily ===
class Lazy:
    def __init__(self, make):
        self.make, self.lock, self.made = make, threading.Lock(), None

    def get(self):
        if self.made is None:
            with self.lock:
                if self.made is None:
                    self.made = [self.make()]
        return self.made[0]


calls = []


def slow():
    calls.append(1)
    time.sleep(0.01)
    return "value"


lazy = Lazy(slow)
values = []
threads = [threading.Thread(target=lambda: values.append(lazy.get())) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print(values, len(calls))


# === Results and exceptions from a thread ===
class Result(threading.Thread):
    def __init__(self, function, *args):
        super().__init__()
        self.call, self.error, self.value = (function, args), None, None

    def run(self):
        function, args = self.call
        try:
            self.value = function(*args)
        except Exception as error:
            self.error = error

    def get(self):
        self.join()
        if self.error:
            raise self.error
        return self.value


good, bad = Result(sum, [1, 2]), Result(lambda: {}["k"])
good.start()
bad.start()
print(good.get())
try:
    bad.get()
except KeyError as error:
    print(repr(error))

# === Stopping politely ===
stop, beats = threading.Event(), []


def heart():
    while not stop.wait(0.005):
        beats.append(1)
    beats.append("stopped")


thread = threading.Thread(target=heart, daemon=True)
thread.start()
time.sleep(0.05)
stop.set()
thread.join()
print(beats[-1], len(beats) > 2, thread.is_alive())
