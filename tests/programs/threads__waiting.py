# Locks, conditions, semaphores, events and barriers between threads.
import threading
import time


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


def run(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
        time.sleep(0.05)
    return threads


def join(threads):
    for thread in threads:
        thread.join()


# === Lock ===
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked())
lock.release()
show(lock.release)
with lock:
    print(lock.locked())
show(lock.acquire, False, 1)

# === RLock ===
rlock = threading.RLock()
with rlock, rlock:
    threads = run(lambda: print("elsewhere", rlock.acquire(blocking=False)))
    join(threads)
show(rlock.release)

# === Condition ===
condition = threading.Condition()
order = []


def wait_notice(number):
    with condition:
        condition.wait()
        order.append(number)


threads = run(*[lambda number=number: wait_notice(number) for number in range(4)])
with condition:
    condition.notify(2)
time.sleep(0.1)
print(sorted(order))
with condition:
    condition.notify_all()
join(threads)
print(sorted(order))
show(condition.wait)
show(condition.notify)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: 0, timeout=0.01), condition.wait_for(lambda: "yes"))

# === Event ===
event = threading.Event()
print(event.wait(0.01), event.is_set())
threads = run(lambda: print("woken", event.wait()))
event.set()
join(threads)
event.clear()
print(event.is_set(), repr(event).rpartition(" ")[2])

# === Semaphore ===
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01))
semaphore.release(2)
print(repr(semaphore).rpartition(" ")[2])
show(semaphore.release, 0)
show(threading.Semaphore, -1)
show(semaphore.acquire, False, 1)
show(threading.BoundedSemaphore(1).release)
inside = most = 0
count = threading.Lock()


def visit():
    global inside, most
    with semaphore:
        with count:
            inside += 1
            most = max(most, inside)
        time.sleep(0.12)
        with count:
            inside -= 1


join(run(*[visit] * 5))
print("at most", most, "inside")

# === Barrier ===
barrier = threading.Barrier(3, action=lambda: print("all are here"))
results = []
join(run(*[lambda: results.append(barrier.wait())] * 3))
print(sorted(results), barrier.n_waiting, barrier.broken)


def expect_broken(*args):
    try:
        barrier.wait(*args)
    except threading.BrokenBarrierError as error:
        print(repr(error))


expect_broken(0.01)
expect_broken()
print(barrier.broken)
barrier.reset()
threads = run(expect_broken)
barrier.abort()
join(threads)
show(threading.Barrier, 0)
