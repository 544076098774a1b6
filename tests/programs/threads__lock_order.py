# A deadlock of two locks, avoided in three ways: one order, a time limit, all or nothing.
import threading
import time

a, b = threading.Lock(), threading.Lock()
log = []


def run(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(log))
    log.clear()


def ordered(name, first, second):
    def work():
        for lock in sorted((first, second), key=id):
            lock.acquire()
        time.sleep(0.01)
        log.append(name)
        first.release()
        second.release()

    return work


run(ordered("ab", a, b), ordered("ba", b, a))


def impatient(name, first, second, pause):
    def work():
        tries = 0
        while True:
            tries += 1
            with first:
                time.sleep(0.01)
                if second.acquire(timeout=0.02):
                    second.release()
                    break
            time.sleep(pause)
        log.append((name, tries >= 1))

    return work


run(impatient("ab", a, b, 0.03), impatient("ba", b, a, 0.07))


def gets_all(*locks):
    taken = []
    for lock in locks:
        if not lock.acquire(blocking=False):
            for held in taken:
                held.release()
            return False
        taken.append(lock)
    return True


def all_or_nothing(name, *locks):
    def work():
        while not gets_all(*locks):
            time.sleep(0.001)
        log.append(name)
        for lock in locks:
            lock.release()

    return work


run(all_or_nothing("ab", a, b), all_or_nothing("ba", b, a))
print(a.locked(), b.locked())
a.acquire()
print(a.acquire(timeout=0.01), "a lock that one holds oneself cannot be had again")
reentrant = threading.RLock()
with reentrant, reentrant:
    print("but an RLock can")
