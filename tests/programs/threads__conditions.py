# Condition: a bounded buffer, wait_for, timeouts.
import threading
import time
from collections import deque


class Buffer:
    def __init__(self, size):
        self.items, self.size = deque(), size
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            while len(self.items) >= self.size:
                self.changed.wait()
            self.items.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            self.changed.wait_for(lambda: self.items)
            item = self.items.popleft()
            self.changed.notify_all()
            return item


buffer = Buffer(2)
taken = []


def consume(count):
    for _ in range(count):
        taken.append(buffer.get())
        time.sleep(0.001)


consumer = threading.Thread(target=consume, args=(6,))
consumer.start()
for n in range(6):
    buffer.put(n)
consumer.join()
print(taken)

# === Timeouts ===
condition = threading.Condition()
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, timeout=0.01), condition.wait_for(lambda: "yes", timeout=1))

# === Not held ===
for call in (condition.wait, condition.notify, condition.notify_all, condition.release):
    try:
        call()
    except RuntimeError as error:
        print(error)

# === notify wakes some ===
ready, woken = [], []


def wait(name):
    with condition:
        ready.append(name)
        condition.wait()
        woken.append(name)


threads = [threading.Thread(target=wait, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
while len(ready) < 3:
    time.sleep(0.005)
with condition:
    condition.notify()
time.sleep(0.05)
print(len(woken))
with condition:
    condition.notify(2)
for thread in threads:
    thread.join()
print(len(woken), sorted(woken))

# === Taking turns ===
turn = 0
said = []


def speak(me, count):
    global turn
    for n in range(count):
        with condition:
            condition.wait_for(lambda: turn == me)
            said.append(f"{'ping' if me == 0 else 'pong'}{n}")
            turn = 1 - me
            condition.notify_all()


pair = [threading.Thread(target=speak, args=(me, 3)) for me in (1, 0)]
[t.start() for t in pair]
[t.join() for t in pair]
print(said)
