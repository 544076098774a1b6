# Semaphores between threads: places, time limits, release of several, a bound, wrong numbers.
import threading
import time

places = threading.Semaphore(2)
inside, most, lock = 0, 0, threading.Lock()


def visits():
    global inside, most
    with places:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with lock:
            inside -= 1


threads = [threading.Thread(target=visits) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most, inside)

print("# === Limits ===")
places.acquire()
places.acquire()
print(places.acquire(blocking=False), places.acquire(timeout=0.01), places.acquire(timeout=0))
threading.Timer(0.02, places.release).start()
print(places.acquire(timeout=5))
try:
    places.acquire(blocking=False, timeout=1)
except ValueError as error:
    print(error)

print("# === Release of several ===")
gate, passed = threading.Semaphore(0), []
threads = [threading.Thread(target=lambda n=n: (gate.acquire(), passed.append(n))) for n in range(4)]
for thread in threads:
    thread.start()
time.sleep(0.02)
print(passed)
gate.release(3)
time.sleep(0.02)
print(len(passed), sum(thread.is_alive() for thread in threads))
gate.release()
for thread in threads:
    thread.join()
print(sorted(passed))
for n in (0, -1):
    try:
        gate.release(n)
    except ValueError as error:
        print(error)

print("# === A bound ===")
bounded = threading.BoundedSemaphore(2)
for call in (bounded.release, lambda: bounded.release(2)):
    try:
        call()
    except ValueError as error:
        print(error)
with bounded:
    try:
        bounded.release(2)
    except ValueError as error:
        print(error)
for value in (-1, "two"):
    try:
        threading.Semaphore(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
places.release(2)
try:
    with places as got:
        raise KeyError(got)
except KeyError as error:
    print("left", error.args)
