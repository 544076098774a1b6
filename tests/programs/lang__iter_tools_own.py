# Iteration tools written by hand: windows, chunks, merging, peeking, pipelines.

def chunks(items, size):
    items = iter(items)
    while chunk := [item for _, item in zip(range(size), items)]:
        yield chunk


def window(items, size):
    held = []
    for item in items:
        held.append(item)
        if len(held) == size:
            yield tuple(held)
            del held[0]


def interleave(*sources):
    iterators = [iter(s) for s in sources]
    while iterators:
        for it in list(iterators):
            try:
                yield next(it)
            except StopIteration:
                iterators.remove(it)


def unique(items, key=lambda x: x):
    seen = set()
    for item in items:
        if (k := key(item)) not in seen:
            seen.add(k)
            yield item


class Peekable:
    def __init__(self, items):
        self.items, self.held = iter(items), []

    def peek(self, default=None):
        if not self.held:
            try:
                self.held.append(next(self.items))
            except StopIteration:
                return default
        return self.held[0]

    def __iter__(self):
        return self

    def __next__(self):
        return self.held.pop() if self.held else next(self.items)

    def __bool__(self):
        return self.peek(self) is not self


def merge(a, b):
    a, b = Peekable(a), Peekable(b)
    while a and b:
        yield next(a if a.peek() <= b.peek() else b)
    yield from a
    yield from b


def take(n, items):
    return [item for item, _ in zip(items, range(n))]


def running(items, function=lambda a, b: a + b):
    total = None
    for i, item in enumerate(items):
        total = item if i == 0 else function(total, item)
        yield total


def split_when(items, condition):
    part = []
    for item in items:
        if part and condition(part[-1], item):
            yield part
            part = []
        part.append(item)
    if part:
        yield part


def primes():
    known = []
    n = 2
    while True:
        if all(n % p for p in known if p * p <= n):
            known.append(n)
            yield n
        n += 1


def pipeline(source, *stages):
    for stage in stages:
        source = stage(source)
    return source


def only(test):
    return lambda items: (item for item in items if test(item))


def each(function):
    return lambda items: map(function, items)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1

    def __reversed__(self):
        yield from range(1, self.n + 1)

    def __len__(self):
        return self.n


print(list(chunks("abcdefg", 3)), list(window(range(5), 3)), list(interleave("abc", [1], "xy")), list(unique("mississippi")), list(unique(["a", "B", "b"], str.lower)))
p = Peekable([1, 2])
print(p.peek(), next(p), p.peek(), list(p), p.peek("end"), bool(p))
print(list(merge([1, 4, 6], [2, 3, 7, 8])), take(5, primes()), list(running([1, 2, 3])), list(running("abc")), list(running([3, 1, 4], max)), list(split_when([1, 2, 5, 6, 9], lambda a, b: b - a > 1)))
print(list(pipeline(range(20), only(lambda n: n % 3 == 0), each(lambda n: n * n), only(lambda n: n > 20))), list(Countdown(3)), list(reversed(Countdown(3))), len(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3), sorted(Countdown(3)), max(Countdown(2)), [*zip(Countdown(2), Countdown(2))])
pairs = Countdown(2)
print([(a, b) for a in pairs for b in pairs])
once = iter(Countdown(2))
print([(a, b) for a in once for b in once])
log = []


def noisy(n):
    for i in range(n):
        log.append(i)
        yield i


print(next(n for n in noisy(10) if n > 2), log, any(n > 1 for n in noisy(9)), log, take(1, noisy(5)), log)
