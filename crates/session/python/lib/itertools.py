"""Iterators made of iterators. Absent: pickling."""


def count(start=0, step=1):
    """Iterate over start, start + step, … without end."""
    while True:
        yield start
        start += step


def cycle(iterable):
    """Iterate over the items again and again."""
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def repeat(object, times=None):
    """Iterate over the same object, without end or so many times."""
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None, *, initial=None):
    """Iterate over the running totals."""
    if func is None:
        func = lambda total, item: total + item
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for item in iterator:
        total = func(total, item)
        yield total


class chain:
    """Iterates over the items of one iterable after the other."""

    def __init__(self, *iterables):
        self._iterator = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        """The iterables come from an iterable, one when it is needed."""
        self = cls()
        self._iterator = _chain(iterables)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._iterator)


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


def compress(data, selectors):
    """Iterate over the items whose selector is true."""
    return (item for item, selector in zip(data, selectors) if selector)


def dropwhile(predicate, iterable):
    """Leave out items as long as the predicate is true."""
    iterator = iter(iterable)
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


def takewhile(predicate, iterable):
    """Iterate as long as the predicate is true."""
    for item in iterable:
        if not predicate(item):
            break
        yield item


def filterfalse(predicate, iterable):
    """Iterate over the items for which the predicate is false."""
    if predicate is None:
        predicate = bool
    return (item for item in iterable if not predicate(item))


def islice(iterable, *args):
    """Iterate over a slice: islice(iterable, stop) or islice(iterable, start, stop[, step])."""
    limits = slice(*args)
    start = 0 if limits.start is None else limits.start
    stop = limits.stop
    step = 1 if limits.step is None else limits.step
    if stop is not None and (not isinstance(stop, int) or stop < 0):
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(start, int) or start < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    position = 0
    wanted = start
    while stop is None or wanted < stop:
        while position <= wanted:
            try:
                item = next(iterator)
            except StopIteration:
                return
            position += 1
        yield item
        wanted += step
    while stop is not None and position < stop:  # the items up to the stop are used up
        try:
            next(iterator)
        except StopIteration:
            return
        position += 1


def pairwise(iterable):
    """Iterate over pairs of neighbours."""
    iterator = iter(iterable)
    try:
        left = next(iterator)
    except StopIteration:
        return
    for right in iterator:
        yield left, right
        left = right


def batched(iterable, n, *, strict=False):
    """Iterate over tuples of `n` items; the last one may be shorter."""
    if n < 1:
        raise ValueError("n must be at least one")
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


def starmap(function, iterable):
    """Call the function with the items of each tuple."""
    return (function(*args) for args in iterable)


def tee(iterable, n=2):
    """Return `n` iterators over the same items."""
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def branch(mine):
        while True:
            if not mine:
                try:
                    item = next(iterator)
                except StopIteration:
                    return
                for queue in queues:
                    queue.append(item)
            yield mine.pop(0)

    return tuple(branch(queue) for queue in queues)


def zip_longest(*iterables, fillvalue=None):
    """Like zip, to the end of the longest one."""
    iterators = [iter(iterable) for iterable in iterables]
    left = len(iterators)
    while left:
        values = []
        for index, iterator in enumerate(iterators):
            try:
                value = next(iterator)
            except StopIteration:
                left -= 1
                if not left:
                    return
                iterators[index] = repeat(fillvalue)
                value = fillvalue
            values.append(value)
        yield tuple(values)


def groupby(iterable, key=None):
    """Iterate over pairs of a key and an iterator over the neighbours that have it."""
    iterator = iter(iterable)
    end = object()
    item = next(iterator, end)
    serial = [0]  # which group may go on; a new group ends the one before

    def group(value, number):
        nonlocal item
        while serial[0] == number and item is not end and (item if key is None else key(item)) == value:
            current = item
            item = next(iterator, end)
            yield current

    while item is not end:
        value = item if key is None else key(item)
        serial[0] += 1
        members = group(value, serial[0])
        yield value, members
        for _ in members:
            pass


def product(*iterables, repeat=1):
    """Iterate over all tuples with one item of each, the last one changing fastest."""
    pools = [tuple(iterable) for iterable in iterables] * repeat

    def extend(prefix):
        if len(prefix) == len(pools):
            yield prefix
            return
        for item in pools[len(prefix)]:
            yield from extend(prefix + (item,))

    return extend(())


def permutations(iterable, r=None):
    """Iterate over all orders of `r` of the items."""
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    for indices in product(range(len(pool)), repeat=r):
        if len(set(indices)) == r:
            yield tuple(pool[index] for index in indices)


def combinations(iterable, r):
    """Iterate over all choices of `r` of the items."""
    pool = tuple(iterable)

    def choose(start, left):
        if left == 0:
            yield ()
            return
        for index in range(start, len(pool) - left + 1):
            for rest in choose(index + 1, left - 1):
                yield (pool[index],) + rest

    return choose(0, r)


def combinations_with_replacement(iterable, r):
    """Iterate over all choices of `r` of the items, each as often as you like."""
    pool = tuple(iterable)

    def choose(start, left):
        if left == 0:
            yield ()
            return
        for index in range(start, len(pool)):
            for rest in choose(index, left - 1):
                yield (pool[index],) + rest

    return choose(0, r)
