# Races: what can go wrong, shown without luck, and what prevents it.
import threading
import time

# === A lost update, made certain ===
balance = 100
both_read = threading.Barrier(2)


def careless(amount):
    global balance
    seen = balance
    both_read.wait()
    balance = seen - amount


threads = [threading.Thread(target=careless, args=(n,)) for n in (10, 20)]
[t.start() for t in threads]
[t.join() for t in threads]
print(balance in (80, 90), balance != 70)

# === With a lock ===
balance, lock = 100, threading.Lock()


def careful(amount):
    global balance
    with lock:
        seen = balance
        time.sleep(0.005)
        balance = seen - amount


threads = [threading.Thread(target=careful, args=(n,)) for n in (10, 20)]
[t.start() for t in threads]
[t.join() for t in threads]
print(balance)

# === Check, then act ===
stock, sold, go = ["last one"], [], threading.Barrier(2)


def buy(name, guard):
    if stock:
        go.wait()
        with guard:
            try:
                sold.append((name, stock.pop()))
            except IndexError:
                sold.append((name, "too late"))


guard = threading.Lock()
threads = [threading.Thread(target=buy, args=(n, guard)) for n in "ab"]
[t.start() for t in threads]
[t.join() for t in threads]
print(sorted(what for _, what in sold))

# === Deadlock avoided by a timeout ===
a, b = threading.Lock(), threading.Lock()
meet = threading.Barrier(2)
outcome = []


def grab(first, second, name):
    with first:
        meet.wait()
        if second.acquire(timeout=0.02):
            second.release()
            outcome.append(f"{name} got both")
        else:
            outcome.append(f"{name} gave up")
        meet.wait()


threads = [threading.Thread(target=grab, args=args) for args in ((a, b, "x"), (b, a, "y"))]
[t.start() for t in threads]
[t.join() for t in threads]
print(sorted(outcome))

# === Visibility: an event instead of a flag ===
ready, data = threading.Event(), []


def consumer():
    ready.wait()
    data.append(data[0] * 2)


thread = threading.Thread(target=consumer)
thread.start()
data.append(21)
ready.set()
thread.join()
print(data)

# === Thread-local instead of shared ===
local, shared, seen = threading.local(), {}, []


def work(n):
    local.n = shared["n"] = n
    time.sleep(0.005)
    seen.append(local.n == n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
print(seen, len(shared))
