"""Collections that do not keep what is in them: an entry goes when its key or value dies.

Each holds plain references, whose callbacks take the entry out. **A copy of the entries is walked**, so that
deaths on the way do no harm; what has died by its turn is left out.
"""

from collections.abc import MutableMapping, MutableSet

from _weakref import ref


class KeyedRef(ref):
    """A reference to a value that knows the key it stands under."""

    def __new__(cls, referent, callback, key):
        self = ref.__new__(cls, referent, callback)
        self.key = key
        return self

    def __init__(self, referent, callback, key):
        super().__init__(referent, callback)


def _remover(collection, take_out):
    """A callback that does not keep the collection it takes the dead out of."""
    watched = ref(collection)

    def gone(reference):
        alive = watched()
        if alive is not None:
            take_out(alive, reference)

    return gone


class _WeakMapping(MutableMapping):
    """What both mappings share: living pairs of a key and a value."""

    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self._remove = _remover(self, type(self)._take_out)
        self.update(other, **kwargs)

    def _pairs(self):
        raise NotImplementedError

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __iter__(self):
        return (key for key, _ in self._pairs())

    def keys(self):
        """Iterate over living keys."""
        return iter(self)

    def values(self):
        """Iterate over living values."""
        return (value for _, value in self._pairs())

    def items(self):
        """Iterate over living pairs."""
        return self._pairs()

    def copy(self):
        """Return a shallow copy."""
        return type(self)(dict(self._pairs()))

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        return type(self)({key: deepcopy(value, memo) for key, value in self._pairs()})

    def __or__(self, other):
        both = self.copy()
        both.update(other)
        return both

    def __ror__(self, other):
        both = type(self)(other)
        both.update(self)
        return both

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    """A mapping that does not keep its values."""

    def _take_out(self, reference):
        if self.data.get(reference.key) is reference:
            del self.data[reference.key]

    def _pairs(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def popitem(self):
        """Take out some living pair."""
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def itervaluerefs(self):
        """Iterate over the references."""
        return iter(self.valuerefs())

    def valuerefs(self):
        """Return the references."""
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    """A mapping that does not keep its keys."""

    def _take_out(self, reference):
        self.data.pop(reference, None)

    def _pairs(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def popitem(self):
        """Take out some living pair."""
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def keyrefs(self):
        """Return the references."""
        return list(self.data)


class WeakSet(MutableSet):
    """A set that does not keep its elements."""

    def __init__(self, data=None):
        self.data = set()
        self._remove = _remover(self, lambda self, reference: self.data.discard(reference))
        for item in () if data is None else data:
            self.add(item)

    @classmethod
    def _from_iterable(cls, items):
        return cls(items)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        """Put an element in."""
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        """Take an element out, if it is there."""
        self.data.discard(ref(item))

    def remove(self, item):
        """Take an element out; KeyError if it is not there."""
        self.data.remove(ref(item))

    def pop(self):
        """Take out some living element."""
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        """Take all out."""
        self.data.clear()

    def copy(self):
        """Return a copy."""
        return type(self)(self)

    def update(self, other):
        """Put all elements of an iterable in."""
        for item in other:
            self.add(item)

    def union(self, other):
        """Return a set with the elements of both."""
        both = self.copy()
        both.update(other)
        return both

    def intersection(self, other):
        """Return a set of the elements that are in both."""
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        """Return a set of the elements that are not in `other`."""
        other = set(other)
        return type(self)(item for item in self if item not in other)

    def symmetric_difference(self, other):
        """Return a set of the elements that are in one of both."""
        other = type(self)(other)
        return self.difference(other).union(other.difference(self))

    def difference_update(self, other):
        """Take the elements of an iterable out."""
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        """Keep only what is in `other`, too."""
        self.data = self.intersection(other).data

    def issubset(self, other):
        """Whether all elements are in `other`."""
        other = set(other)
        return all(item in other for item in self)

    def issuperset(self, other):
        """Whether all elements of `other` are in the set."""
        return all(item in self for item in other)
