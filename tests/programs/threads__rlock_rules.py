# RLock: depth, owner, wrong owners, with a condition, and helpers that call each other.
import threading

lock = threading.RLock()


def attempt(what, call):
    try:
        print(what, "->", call())
    except RuntimeError as error:
        print(what, "->", error)


class Account:
    def __init__(self):
        self.lock, self.balance = threading.RLock(), 0

    def add(self, amount):
        with self.lock:
            self.balance += amount

    def move(self, other, amount):
        with self.lock, other.lock:
            self.add(-amount)
            other.add(amount)
            return self.balance, other.balance


one, two = Account(), Account()
one.add(10)
print(one.move(two, 3))
attempt("release of a free one", lock.release)
for depth in range(3):
    lock.acquire()
result = []


def tries():
    result.append(lock.acquire(blocking=False))
    attempt("release by another", lock.release)


for left in (2, 1, 0):
    thread = threading.Thread(target=tries)
    thread.start()
    thread.join()
    lock.release()
print(result)
thread = threading.Thread(target=lambda: result.append(lock.acquire(blocking=False)) or lock.release())
thread.start()
thread.join()
print(result[-1])

print("# === Held when the thread ends ===")
thread = threading.Thread(target=lock.acquire)
thread.start()
thread.join()
print(lock.acquire(timeout=0.01))
attempt("release", lock.release)

print("# === With a condition ===")
condition = threading.Condition(threading.RLock())
log = []


def waiter():
    with condition, condition:
        log.append(condition.wait(1))
        log.append("has it twice again")


thread = threading.Thread(target=waiter)
thread.start()
while not log:
    with condition:
        condition.notify()
thread.join()
print(log)
attempt("notify without the lock", condition.notify)
