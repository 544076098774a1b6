# Threads: start, join, results, locks, events, an error in a thread.
import threading
import time

# === Start and join ===
def work(name, seconds):
    time.sleep(seconds)
    print(name, "done in", threading.current_thread().name)

threads = [threading.Thread(target=work, args=(f"w{i}", 0.05 * (3 - i)), name=f"T{i}") for i in range(3)]
for t in threads:
    t.start()
print("all started", threading.current_thread().name)
for t in threads:
    t.join()
print([t.is_alive() for t in threads])

# === A subclass ===
class Adder(threading.Thread):
    def __init__(self, numbers):
        super().__init__()
        self.numbers, self.total = numbers, None
    def run(self):
        self.total = sum(self.numbers)
adder = Adder(range(10))
adder.start()
adder.join()
print(adder.total)

# === A lock ===
total, lock = 0, threading.Lock()
def add():
    global total
    for _ in range(100):
        with lock:
            total += 1
threads = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print(total, lock.locked())

# === An event ===
ready = threading.Event()
def waiter():
    print("waiting")
    print("event", ready.wait(5))
t = threading.Thread(target=waiter)
t.start()
time.sleep(0.05)
print("setting")
ready.set()
t.join()

# === Mistakes ===
t = threading.Thread(target=print)
for f in (t.join, lambda: (t.start(), t.start())):
    try:
        f()
    except RuntimeError as error:
        print(error)
t.join()
