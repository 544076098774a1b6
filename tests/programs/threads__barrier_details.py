# Barriers between threads: action, abort, reset, timeout, broken, reuse.
import re
import threading
import time

log = []


def show(barrier):
    print(re.sub(" at 0x[0-9a-f]+", "", repr(barrier)), barrier.n_waiting, barrier.parties, barrier.broken)


def passes(barrier, name, timeout=None):
    try:
        log.append((name, barrier.wait(timeout) in range(barrier.parties)))
    except threading.BrokenBarrierError as error:
        log.append((name, repr(error)))
    except Exception as error:
        log.append((name, repr(error)))


def together(*threads):
    for thread in threads:
        thread.start()
    return threads


def finish(threads):
    for thread in threads:
        thread.join()
    print(sorted(log))
    log.clear()


def thread(barrier, name, timeout=None):
    return threading.Thread(target=passes, args=(barrier, name, timeout))


print("# === The action runs once, in one of the threads ===")
barrier = threading.Barrier(3, action=lambda: log.append(("action",)))
show(barrier)
for _ in range(2):
    finish(together(*(thread(barrier, n) for n in "abc")))
show(barrier)

print("# === Abort ===")
waiting = together(thread(barrier, "d"), thread(barrier, "e"))
time.sleep(0.02)
show(barrier)
barrier.abort()
finish(waiting)
show(barrier)
passes(barrier, "late")
print(log.pop())
barrier.reset()
show(barrier)

print("# === Reset while some wait ===")
waiting = together(thread(barrier, "f"))
time.sleep(0.02)
barrier.reset()
finish(waiting)
show(barrier)

print("# === A timeout breaks it for all ===")
waiting = together(thread(barrier, "g"))
time.sleep(0.02)
passes(barrier, "h", 0.02)
finish(waiting)
show(barrier)
timed = threading.Barrier(2, timeout=0.01)
passes(timed, "alone")
print(log.pop(), timed.broken)

print("# === A failing action breaks it, too ===")


def fails():
    raise ValueError("action")


barrier = threading.Barrier(2, fails)
finish(together(thread(barrier, "i"), thread(barrier, "j")))
show(barrier)
for wrong in (0, -2):
    try:
        threading.Barrier(wrong)
    except ValueError as error:
        print(error)
print(threading.Barrier(1).wait(), threading.BrokenBarrierError.__mro__[1].__name__)
