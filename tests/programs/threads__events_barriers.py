# Event, Semaphore, Barrier, Timer.
import threading
import time

# === Event ===
event = threading.Event()
print(event.is_set(), event.wait(0.01), event)


def waiter(results, n):
    results.append((n, event.wait()))


results = []
threads = [threading.Thread(target=waiter, args=(results, n)) for n in range(3)]
for t in threads:
    t.start()
event.set()
for t in threads:
    t.join()
print(sorted(results), event.is_set(), event.wait(), event.wait(0))
event.clear()
print(event.is_set())

# === Semaphore ===
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01))
semaphore.release(2)
with semaphore:
    print("inside")
inside, most, guard = 0, 0, threading.Lock()


def limited():
    global inside, most
    with semaphore:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with guard:
            inside -= 1


threads = [threading.Thread(target=limited) for _ in range(6)]
[t.start() for t in threads]
[t.join() for t in threads]
print("at most", most)
bounded = threading.BoundedSemaphore(1)
for call in (bounded.release, lambda: threading.Semaphore(-1), lambda: semaphore.release(0), lambda: semaphore.acquire(blocking=False, timeout=1)):
    try:
        call()
    except ValueError as error:
        print(error)

# === Barrier ===
barrier = threading.Barrier(3, action=lambda: print("all here"))
order = []


def meet():
    order.append(barrier.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
print(sorted(order), barrier.parties, barrier.n_waiting, barrier.broken)
try:
    barrier.wait(timeout=0.01)
except threading.BrokenBarrierError as error:
    print(repr(error), barrier.broken)
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print(repr(error))
barrier.reset()
print(barrier.broken)

# === Timer ===
fired = []
timer = threading.Timer(0.01, fired.append, ["later"])
timer.start()
never = threading.Timer(10, fired.append, ["never"])
never.start()
never.cancel()
timer.join()
never.join()
print(fired, timer.finished.is_set(), timer.is_alive())
