# abc and collections.abc: abstract methods, registered classes, mixin methods of containers.
from abc import ABC, ABCMeta, abstractmethod
from collections import deque
from collections.abc import (
    AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator, Hashable, Iterable, Iterator,
    Mapping, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized, KeysView, ItemsView, ValuesView,
)


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Abstract methods ===
class Shape(ABC):
    """Anything with an area."""

    @abstractmethod
    def area(self):
        """Return the area."""

    @property
    @abstractmethod
    def name(self):
        pass

    @classmethod
    @abstractmethod
    def unit(cls):
        pass

    @staticmethod
    @abstractmethod
    def sides():
        pass

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def sides():
        return 4


class Half(Shape):
    def area(self):
        return super().area()

    name = "half"

    @staticmethod
    def sides():
        return 1


show(Shape)
show(Half)
print(Square(3).describe(), Square.unit().side, Square.sides())
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__)
print(type(Shape), isinstance(Square(1), Shape), issubclass(Half, Shape), Shape.__doc__)


class One(ABC):
    @abstractmethod
    def only(self):
        pass


show(One)
show(One, 1, 2)

# === Registering ===
class Drawable(ABC):
    pass


@Drawable.register
class Circle:
    pass


print(Circle, issubclass(Circle, Drawable), isinstance(Circle(), Drawable), Circle.__mro__)
print(isinstance(3, Drawable))
Drawable.register(int)
print(isinstance(3, Drawable), isinstance(True, Drawable), isinstance("3", Drawable))
show(Drawable.register, 3)


class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any("quack" in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self):
        return "Quack"


print(issubclass(Duck, Quacks), isinstance(Duck(), Quacks), isinstance(Circle(), Quacks))

# === What builtin objects are ===
samples = [1, "a", b"a", [1], (1,), {1}, frozenset(), {1: 2}, range(3), iter([]), (x for x in []), len, None, deque(),
           {}.keys(), {}.values(), {}.items(), zip(), map(len, []), enumerate([])]
kinds = [Hashable, Iterable, Iterator, Sized, Container, Collection, Callable, Sequence, MutableSequence, Set, MutableSet,
         Mapping, MutableMapping, Generator, Reversible]
for sample in samples:
    print(type(sample).__name__, [kind.__name__ for kind in kinds if isinstance(sample, kind)])


async def coro():
    pass


c = coro()
print(isinstance(c, Awaitable), isinstance(c, Coroutine), isinstance(c, AsyncIterator), Sequence, Mapping)
c.close()

# === Mixins ===
class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        if not 0 <= index < self.n:
            raise IndexError(index)
        return self.n - index


down = Countdown(4)
print(list(down), 3 in down, 9 in down, list(reversed(down)), down.index(2), down.count(1))
show(down.index, 99)


class Tags(MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return f"Tags({self.items})"


tags = Tags("abc")
print(tags & {"a", "z"}, tags | ["d"], tags - {"a"}, tags ^ Tags("cd"), tags <= Tags("abcd"), tags == {"a", "b", "c"})
tags |= "xy"
tags -= {"a"}
tags.remove("b")
show(tags.remove, "nothing")
print(tags, tags.pop(), tags.isdisjoint("q"), len(tags))
tags.clear()
print(tags)


class Lower(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.data = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


headers = Lower({"Host": "a"}, Accept="b")
print(headers["HOST"], "accept" in headers, headers.get("nope", 0), list(headers.items()), dict(headers))
print(headers.keys(), headers.pop("Host"), headers.setdefault("X", 5), headers == {"accept": "b", "x": 5}, len(headers.values()))
show(headers.pop, "gone")
print(headers.pop("gone", None), headers.popitem(), ("x", 5) in headers.items(), 5 in headers.values(), headers.keys() & {"x"})
print(isinstance(headers.keys(), KeysView), isinstance({}.items(), ItemsView), isinstance({}.values(), ValuesView))


class Stack(MutableSequence):
    def __init__(self):
        self.data = []

    def __getitem__(self, i):
        return self.data[i]

    def __setitem__(self, i, v):
        self.data[i] = v

    def __delitem__(self, i):
        del self.data[i]

    def __len__(self):
        return len(self.data)

    def insert(self, i, v):
        self.data.insert(i, v)


stack = Stack()
stack.extend([3, 1, 2])
stack += [9]
stack.append(4)
stack.reverse()
stack.remove(9)
print(stack.data, stack.pop(), stack.pop(0), list(stack))
show(Sequence)
show(Iterator)


class Squares(Iterator):
    def __init__(self, n):
        self.n, self.i = n, 0

    def __next__(self):
        if self.i == self.n:
            raise StopIteration
        self.i += 1
        return self.i**2


print(list(Squares(4)), iter(s := Squares(1)) is s)
print(Sequence[int], Iterable[str], Callable[[int, str], bool], Callable[..., int], Mapping[str, int])


class Plain(Iterable, Sized):
    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        return 2


print([*Plain()], len(Plain()), isinstance(Plain(), Collection), isinstance(Plain(), Container))
class NoHash:
    __hash__ = None
print(isinstance(NoHash(), Hashable), issubclass(list, Hashable), isinstance(NoHash(), Callable), callable(NoHash))
