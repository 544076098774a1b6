# Conditions between threads: order of notices, wait_for, timeouts, misuse, an RLock held twice.
import re
import threading
import time

log = []


def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as error:
        print(what, "->", type(error).__name__, error)


def waits(condition, name, timeout=None):
    with condition:
        got = condition.wait(timeout)
        log.append((name, got))


def start(*threads):
    for thread in threads:
        thread.start()
        time.sleep(0.01)
    return threads


condition = threading.Condition()
attempt("wait", condition.wait)
attempt("notify", condition.notify)
attempt("notify_all", condition.notify_all)
attempt("release", condition.release)
threads = start(*(threading.Thread(target=waits, args=(condition, n)) for n in "abcd"))
print(re.sub("0x[0-9a-f]+", "0x", repr(condition)))
with condition:
    condition.notify()
    condition.notify(2)
    print("nobody goes on while the lock is held", log)
    time.sleep(0.02)
    print(log)
time.sleep(0.02)
print(sorted(log))
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(log))
log.clear()

print("# === Timeouts ===")
with condition:
    attempt("0.01", lambda: condition.wait(0.01))
    attempt("0", lambda: condition.wait(0))
    attempt("-1", lambda: condition.wait(-1))
    attempt("wait_for", lambda: condition.wait_for(lambda: [], timeout=0.01))
    attempt("wait_for true", lambda: condition.wait_for(lambda: "value"))

print("# === Held twice, given back wholly ===")


def notifier():
    with condition:
        log.append("the lock was free")
        condition.notify()


with condition:
    with condition:
        threading.Thread(target=notifier).start()
        condition.wait()
        log.append("woken")
print(log)

print("# === With a plain lock ===")
plain = threading.Condition(threading.Lock())
with plain:
    attempt("acquire again", lambda: plain.acquire(timeout=0.01))
attempt("notify without", plain.notify)


def producer(box):
    for n in range(3):
        with plain:
            box.append(n)
            plain.notify()
        time.sleep(0.01)


box = []
thread = threading.Thread(target=producer, args=(box,))
thread.start()
with plain:
    attempt("three", lambda: plain.wait_for(lambda: len(box) == 3 and sum(box)))
thread.join()
