"""Ranges with bounds beyond 64 bits: they say of themselves that they are of the class `range`."""

import builtins as _builtins
from operator import index as _index

_range = _builtins.range
_LARGEST = (1 << 63) - 1


def _count(start, stop, step):
    """How many numbers a range has."""
    if step > 0:
        return max(0, (stop - start + step - 1) // step)
    return max(0, (start - stop - step - 1) // -step)


def _key(a_range):
    """What equal ranges have in common: how many numbers, the first, and the step where it matters."""
    count = _count(a_range.start, a_range.stop, a_range.step)
    return count, a_range.start if count else None, a_range.step if count > 1 else None


class longrange_iterator:
    """Goes through a range."""

    __slots__ = ("_next", "_step", "_left")
    __module__ = "builtins"

    def __init__(self, first, step, count):
        self._next, self._step, self._left = first, step, count

    def __iter__(self):
        return self

    def __length_hint__(self):
        return min(self._left, _LARGEST)

    def __next__(self):
        if not self._left:
            raise StopIteration
        number = self._next
        self._next += self._step
        self._left -= 1
        return number


class range:
    """A range of large numbers."""

    __slots__ = ("_parts", "_length")
    __module__ = "builtins"
    __class__ = property(lambda self: _range)
    start = property(lambda self: self._parts[0])
    stop = property(lambda self: self._parts[1])
    step = property(lambda self: self._parts[2])

    def __init__(self, start, stop, step):
        self._parts, self._length = (start, stop, step), _count(start, stop, step)

    def __repr__(self):
        start, stop, step = self._parts
        return f"range({start}, {stop})" if step == 1 else f"range({start}, {stop}, {step})"

    def __eq__(self, other):
        return _key(self) == _key(other) if isinstance(other, _range) else NotImplemented

    def __hash__(self):
        return hash(_key(self))

    def __bool__(self):
        return self._length > 0

    def __len__(self):
        if self._length > _LARGEST:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return self._length

    def __iter__(self):
        return longrange_iterator(self.start, self.step, self._length)

    def __reversed__(self):
        return longrange_iterator(self._at(self._length - 1), -self.step, self._length)

    def __contains__(self, number):
        if type(number) is not int and type(number) is not bool:
            return any(number is own or number == own for own in self)
        return self._holds(number)

    def _holds(self, number):
        place, rest = divmod(number - self.start, self.step)
        return rest == 0 and 0 <= place < self._length

    def _at(self, place):
        return self.start + place * self.step

    def count(self, value, /):
        if type(value) is int or type(value) is bool:
            return int(self._holds(value))
        return sum(1 for own in self if value is own or value == own)

    def index(self, value, /):
        if type(value) is int or type(value) is bool:
            if self._holds(value):
                return (value - self.start) // self.step
            raise ValueError(f"{value!r} is not in range")
        for place, own in enumerate(self):
            if value is own or value == own:
                return place
        raise ValueError("sequence.index(x): x not in sequence")

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._slice(key)
        try:
            place = _index(key)
        except TypeError:
            raise TypeError(f"range indices must be integers or slices, not {type(key).__name__}") from None
        if place < 0:
            place += self._length
        if not 0 <= place < self._length:
            raise IndexError("range object index out of range")
        return self._at(place)

    def _slice(self, key):
        step = 1 if key.step is None else _index(key.step)
        if step == 0:
            raise ValueError("slice step cannot be zero")
        lowest, highest = (0, self._length) if step > 0 else (-1, self._length - 1)

        def place(bound, default):
            if bound is None:
                return default
            bound = _index(bound)
            return max(lowest, bound + self._length) if bound < 0 else min(bound, highest)

        first = place(key.start, lowest if step > 0 else highest)
        last = place(key.stop, highest if step > 0 else lowest)
        return _range(self._at(first), self._at(last), self.step * step)


def make(*bounds):
    """Return the range of one to three bounds."""
    start, stop, step = map(_index, [(0, *bounds, 1), (*bounds, 1), bounds][len(bounds) - 1])
    if step == 0:
        raise ValueError("range() arg 3 must not be zero")
    return range(start, stop, step)
