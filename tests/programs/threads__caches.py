# functools' caches and one-time set-up from several threads.
import functools
import threading
import time

calls = []


@functools.lru_cache(maxsize=2)
def slow(n):
    calls.append(n)
    time.sleep(0.01)
    return n * n


def run(function, *arguments):
    threads = [threading.Thread(target=function, args=(n,)) for n in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


run(slow, 3, 3, 3)
print(len(calls), slow(3), slow.cache_info().currsize)
calls.clear()
slow(3)
print(calls)


class Once:
    def __init__(self):
        self.lock, self.made = threading.Lock(), 0

    @functools.cached_property
    def value(self):
        self.made += 1
        time.sleep(0.01)
        return object()

    def locked_value(self):
        with self.lock:
            return self.value


shared, got = Once(), []
run(lambda n: got.append(shared.locked_value()), 1, 2, 3)
print(shared.made, len(set(map(id, got))))


class Singleton:
    instance, lock = None, threading.Lock()

    def __new__(cls):
        if cls.instance is None:
            with cls.lock:
                if cls.instance is None:
                    time.sleep(0.005)
                    cls.instance = super().__new__(cls)
        return cls.instance


got.clear()
run(lambda n: got.append(Singleton()), 1, 2, 3, 4)
print(len(set(map(id, got))))
counts = {}


def count(n):
    for _ in range(200):
        counts.setdefault(n % 2, []).append(n)


run(count, 0, 1, 2, 3)
print({key: len(values) for key, values in sorted(counts.items())})
