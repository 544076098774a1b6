# One generator or iterator for several threads: it cannot run in two of them at once.
import itertools
import threading
import time

log = []


def slow_numbers():
    for n in range(6):
        time.sleep(0.01)
        yield n


def takes(numbers):
    while True:
        try:
            log.append(next(numbers))
        except StopIteration:
            return
        except ValueError as error:
            log.append(str(error))
            time.sleep(0.005)


numbers = slow_numbers()
threads = [threading.Thread(target=takes, args=(numbers,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([item for item in log if isinstance(item, int)], {item for item in log if isinstance(item, str)})


class Locked:
    def __init__(self, iterator):
        self.iterator, self.lock = iterator, threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.iterator)


log.clear()
numbers = Locked(slow_numbers())
threads = [threading.Thread(target=takes, args=(numbers,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log)
counter = itertools.count()
log.clear()
threads = [threading.Thread(target=lambda: log.extend(next(counter) for _ in range(100))) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(log), sorted(log) == list(range(400)))
