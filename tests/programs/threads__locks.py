# Lock and RLock: states, order, errors.
import threading
import time


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Lock ===
lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
lock.release()
show(lock.release)
show(lambda: lock.acquire(False, 1))
show(lambda: lock.acquire(timeout=-2))
show(lambda: lock.acquire(True, "x"))
with lock as held:
    print(held, lock.locked())
try:
    with lock:
        raise KeyError("inside")
except KeyError:
    print(lock.locked())

# === Released by another thread ===
lock.acquire()
threading.Timer(0.01, lock.release).start()
print(lock.acquire(timeout=5))
lock.release()

# === RLock ===
rlock = threading.RLock()
with rlock:
    with rlock:
        print(rlock.acquire(blocking=False))
        rlock.release()
show(rlock.release)
got = []


def other():
    got.append(rlock.acquire(blocking=False))
    try:
        rlock.release()
    except RuntimeError as error:
        got.append(str(error))


rlock.acquire()
thread = threading.Thread(target=other)
thread.start()
thread.join()
print(got)
rlock.release()

# === Many threads, one counter ===
counter = 0


def count(times):
    global counter
    for _ in range(times):
        with lock:
            value = counter
            time.sleep(0)
            counter = value + 1


threads = [threading.Thread(target=count, args=(20,)) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)


# === Two locks, always in one order ===
a, b = threading.Lock(), threading.Lock()
log = []


def transfer(name):
    with a:
        with b:
            log.append(name)


workers = [threading.Thread(target=transfer, args=(n,)) for n in range(4)]
[w.start() for w in workers]
[w.join() for w in workers]
print(sorted(log))
