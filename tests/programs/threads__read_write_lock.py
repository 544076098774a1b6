# A lock for many readers or one writer, made of a condition.
import threading
import time


class ReadWriteLock:
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = 0
        self.writing = False
        self.most_readers = 0

    def __enter__(self):
        with self.changed:
            self.changed.wait_for(lambda: not self.writing)
            self.readers += 1
            self.most_readers = max(self.most_readers, self.readers)

    def __exit__(self, *args):
        with self.changed:
            self.readers -= 1
            self.changed.notify_all()

    def write(self, change):
        with self.changed:
            self.changed.wait_for(lambda: not self.writing and not self.readers)
            self.writing = True
        try:
            change()
        finally:
            with self.changed:
                self.writing = False
                self.changed.notify_all()


lock, data, seen = ReadWriteLock(), [0], []


def reader():
    for _ in range(3):
        with lock:
            before = list(data)
            time.sleep(0.01)
            seen.append(before == data)
        time.sleep(0.005)


def writer(n):
    def change():
        data.append(n)
        time.sleep(0.01)
        data[0] = len(data) - 1

    lock.write(change)


threads = [threading.Thread(target=reader) for _ in range(3)] + [threading.Thread(target=writer, args=(n,)) for n in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(all(seen), len(seen), data[0], sorted(data[1:]), lock.most_readers > 1, lock.readers, lock.writing)


def fails():
    raise ValueError("while writing")


try:
    lock.write(fails)
except ValueError as error:
    print(error, lock.writing)
with lock:
    blocked = threading.Thread(target=writer, args=("c",))
    blocked.start()
    time.sleep(0.02)
    print("c" in data)
blocked.join()
print("c" in data)
