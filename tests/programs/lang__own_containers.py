# Classes that behave as containers: items, slices, membership, length.

class Grid:
    def __init__(self, w, h):
        self.w, self.h, self.cells = w, h, {}

    def __getitem__(self, key):
        match key:
            case int(y):
                return [self[x, y] for x in range(self.w)]
            case (int(x), int(y)) if 0 <= x < self.w and 0 <= y < self.h:
                return self.cells.get((x, y), 0)
            case (slice() as xs, y):
                return [self[x, y] for x in range(*xs.indices(self.w))]
            case slice():
                return [self[y] for y in range(*key.indices(self.h))]
            case _:
                raise KeyError(key)

    def __setitem__(self, key, value):
        print("set", key)
        self.cells[key] = value

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, value):
        return value in self.cells.values()

    def __len__(self):
        return self.w * self.h

    def __iter__(self):
        for y in range(self.h):
            yield from self[y]

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __bool__(self):
        return bool(self.cells)

    def __missing__(self, key):
        return "never called here"


g = Grid(3, 2)
print(bool(g), len(g), list(g))
g[1, 0] = 5
g[2, 1] = 7
g[0, 0] += 3
print(g[1, 0], g[0], g[::-1], g[1:, 0], 5 in g, 6 in g, list(reversed(g)), sum(g), max(g), sorted(g), [*g][:2])
del g[1, 0]
for bad in ((9, 9), "x", (1, 2, 3)):
    try:
        print(g[bad])
    except KeyError as error:
        print("KeyError", error)
try:
    del g[1, 0]
except KeyError as error:
    print("KeyError", error)


class Ring:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[n] for n in range(i.start or 0, i.stop, i.step or 1)]
        return self.items[i % len(self.items)]


r = Ring("a", "b", "c")
print(r[0], r[4], r[-1], r[100], r[2:8], r[0:6:2])


class Bag(dict):
    def __missing__(self, key):
        return 0

    def add(self, *keys):
        for key in keys:
            self[key] += 1
        return self


bag = Bag().add(*"hello")
print(bag, bag["z"], "z" in bag, bag.get("z"), bag["l"])


class Lazy:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        print("make", i)
        return i * i


lazy = Lazy(3)
print(4 in lazy, list(lazy), lazy[1])
a, *b = lazy
print(a, b)
