"""Iterators made of iterators. Each is an object around a generator, which `iter()` of it returns. Absent: pickling."""


class _Iterator:
    def __iter__(self):
        return self._it

    def __next__(self):
        return next(self._it)


def _class_of(make):
    """Make a class of iterators from a function that returns a generator."""

    def __init__(self, *args, **kwargs):
        self._it = make(*args, **kwargs)

    make.__qualname__ = make.__name__
    return type(make.__name__, (_Iterator,), {"__init__": __init__, "__doc__": make.__doc__, "__slots__": ("_it",)})


class count(_Iterator):
    """Iterates over start, start + step, … without end."""

    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") or isinstance(start, (str, list, tuple, bytes)):
            raise TypeError("a number is required")
        value = start

        def numbers():
            nonlocal value
            while True:
                now = value
                value = now + step
                yield now

        self._it = numbers()
        self._show = lambda: (value, step)

    def __repr__(self):
        value, step = self._show()
        return f"count({value!r})" if step == 1 and isinstance(step, int) else f"count({value!r}, {step!r})"


class repeat(_Iterator):
    """Iterates over the same object, without end or so many times."""

    def __init__(self, object, times=None):
        left = times
        if times is not None:
            if not isinstance(times, int):
                raise TypeError(f"'{type(times).__name__}' object cannot be interpreted as an integer")
            left = max(times, 0)

        def endless():
            while True:
                yield object

        def counted():
            nonlocal left
            while left:
                left -= 1
                yield object

        self._it = endless() if times is None else counted()
        self._show = lambda: (object, left)

    def __length_hint__(self):
        left = self._show()[1]
        if left is None:
            raise TypeError("len() of unsized object")
        return left

    def __repr__(self):
        obj, left = self._show()
        return f"repeat({obj!r})" if left is None else f"repeat({obj!r}, {left})"


class chain(_Iterator):
    """Iterates over the items of one iterable after the other."""

    __slots__ = ("_it",)

    def __init__(self, *iterables):
        self._it = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        """The iterables come from an iterable, one when it is needed."""
        self = cls()
        self._it = _chain(iterable)
        return self


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


@_class_of
def cycle(iterable, /):
    """Iterates over the items again and again."""
    return _cycle(iter(iterable))


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        yield from saved


@_class_of
def accumulate(iterable, func=None, *, initial=None):
    """Iterates over the running totals."""
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    if func is None:
        for item in iterator:
            total = total + item
            yield total
    else:
        for item in iterator:
            total = func(total, item)
            yield total


@_class_of
def compress(data, selectors):
    """Iterates over the items whose selector is true."""
    return (item for item, selector in zip(data, selectors) if selector)


@_class_of
def dropwhile(predicate, iterable, /):
    """Leaves out items as long as the predicate is true."""
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


@_class_of
def takewhile(predicate, iterable, /):
    """Iterates as long as the predicate is true."""
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            break
        yield item


@_class_of
def filterfalse(function, iterable, /):
    """Iterates over the items for which the predicate is false."""
    if function is None:
        return (item for item in iterable if not item)
    return (item for item in iterable if not function(item))


@_class_of
def starmap(function, iterable, /):
    """Calls the function with the items of each tuple."""
    return (function(*tuple(args)) for args in iterable)


def _limit(value, message):
    if value is None:
        return None
    if not hasattr(type(value), "__index__"):
        raise ValueError(message)
    value = value.__index__()
    if value < 0:
        raise ValueError(message)
    return value


@_class_of
def islice(iterable, /, *args):
    """Iterates over a slice: islice(iterable, stop) or islice(iterable, start, stop[, step])."""
    if not args:
        raise TypeError("islice expected at least 2 arguments, got 1")
    if len(args) > 3:
        raise TypeError(f"islice expected at most 4 arguments, got {len(args) + 1}")
    limits = slice(*args)
    only = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    both = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    stop = _limit(limits.stop, only)
    start = _limit(limits.start, both) or 0
    steps = "Step for islice() must be a positive integer or None."
    step = 1 if limits.step is None else _limit(limits.step, steps)
    if step < 1:
        raise ValueError(steps)
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    position = 0
    wanted = start
    while stop is None or wanted < stop:
        for item in iterator:
            position += 1
            if position > wanted:
                break
        else:
            return
        yield item
        wanted += step
    if stop is not None and position < stop:  # the items up to the stop are used up
        for _ in iterator:
            position += 1
            if position >= stop:
                break


@_class_of
def pairwise(iterable, /):
    """Iterates over pairs of neighbours."""
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for left in iterator:
        break
    else:
        return
    for right in iterator:
        yield left, right
        left = right


@_class_of
def batched(iterable, n, *, strict=False):
    """Iterates over tuples of `n` items; the last one may be shorter."""
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _batched(iterator, n, strict):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


class _tee(_Iterator):
    """One of several iterators over the same items; each item is kept until all have had it."""

    def __init__(self, source, link):
        self._source, self._link = source, link
        self._it = self._items()

    def _items(self):
        source = self._source
        while True:
            link = self._link
            if link[1] is None:
                for item in source:
                    break
                else:
                    return
                link[0], link[1] = item, [None, None]
            self._link = link[1]
            yield link[0]

    def __copy__(self):
        return _tee(self._source, self._link)


def tee(iterable, n=2, /):
    """Return `n` iterators over the same items."""
    if n < 0:
        raise ValueError("n must be >= 0")
    if isinstance(iterable, _tee):
        first = iterable.__copy__()
    else:
        first = _tee(iter(iterable), [None, None])
    return tuple([first if at == 0 else first.__copy__() for at in range(n)])


@_class_of
def zip_longest(*iterables, fillvalue=None):
    """Like zip, to the end of the longest one."""
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    while left:
        values = []
        for at, iterator in enumerate(iterators):
            for value in iterator:
                break
            else:
                left -= 1
                if not left:
                    return
                iterators[at] = repeat(fillvalue)._it
                value = fillvalue
            values.append(value)
        yield tuple(values)


class _grouper(_Iterator):
    """The members of one group."""

    def __init__(self, it):
        self._it = it


@_class_of
def groupby(iterable, key=None):
    """Iterates over pairs of a key and an iterator over the neighbours that have it."""
    return _groupby(iter(iterable), key)


def _groupby(iterator, key):
    end = object()
    item, value = end, None
    serial = 0  # which group may go on; a new group ends the one before

    def advance():
        nonlocal item, value
        for item in iterator:
            value = item if key is None else key(item)
            return True
        item = end
        return False

    def members(wanted, number):
        while serial == number and item is not end and value == wanted:
            yield item
            if serial == number:
                advance()

    advance()
    while item is not end:
        serial += 1
        wanted = value
        yield wanted, _grouper(members(wanted, serial))
        serial += 1
        while item is not end and value == wanted:
            advance()


@_class_of
def product(*iterables, repeat=1):
    """Iterates over all tuples with one item of each, the last one changing fastest."""
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    if not all(pools):
        return
    places = [0] * len(pools)
    current = [pool[0] for pool in pools]
    while True:
        yield tuple(current)
        for at in reversed(range(len(pools))):
            places[at] += 1
            if places[at] < len(pools[at]):
                current[at] = pools[at][places[at]]
                break
            places[at] = 0
            current[at] = pools[at][0]
        else:
            return


def _count_of(r):
    if not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r < 0:
        raise ValueError("r must be non-negative")
    return r


@_class_of
def permutations(iterable, r=None):
    """Iterates over all orders of `r` of the items."""
    pool = tuple(iterable)
    return _permutations(pool, len(pool) if r is None else _count_of(r))


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    order = list(range(n))
    left = [n - at for at in range(r)]  # how many choices each place still has
    yield tuple([pool[at] for at in order[:r]])
    while True:
        for place in reversed(range(r)):
            left[place] -= 1
            if left[place]:
                other = n - left[place]
                order[place], order[other] = order[other], order[place]
                yield tuple([pool[at] for at in order[:r]])
                break
            order.append(order.pop(place))
            left[place] = n - place
        else:
            return


@_class_of
def combinations(iterable, r):
    """Iterates over all choices of `r` of the items."""
    return _combinations(tuple(iterable), _count_of(r), 1)


@_class_of
def combinations_with_replacement(iterable, r):
    """Iterates over all choices of `r` of the items, each as often as you like."""
    return _combinations(tuple(iterable), _count_of(r), 0)


def _combinations(pool, r, step):
    n = len(pool)
    if r > n and step or r and not n:
        return
    places = [at * step for at in range(r)]
    while True:
        yield tuple([pool[at] for at in places])
        for at in reversed(range(r)):
            if places[at] < n - 1 - (r - 1 - at) * step:
                break
        else:
            return
        first = places[at] + 1
        for offset in range(r - at):
            places[at + offset] = first + offset * step
