# iter, next, and iteration protocols.

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Forms of iter ===
walker = iter([1, 2])
print(next(walker), next(walker), next(walker, "end"), iter(walker) is walker)
show(lambda: next(walker))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), next(values))
for f in (lambda: iter(5), lambda: iter(), lambda: iter(5, 0), lambda: next(5), lambda: next([]), lambda: next(), lambda: iter([1], 2), lambda: next(walker, 1, 2)):
    show(f)


# === Protocols ===
class Upto:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter called")
        return UptoIterator(self.n)


class UptoIterator:
    def __init__(self, n):
        self.n, self.at = n, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= self.n:
            raise StopIteration
        self.at += 1
        return self.at


class Old:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


class Broken:
    def __iter__(self):
        return 5


class NoIter:
    __iter__ = None


class Raises:
    def __iter__(self):
        raise KeyError("in iter")


class RaisesNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("in next")


print(list(Upto(3)), sum(Upto(3)), 2 in Upto(3), max(Upto(3)), [*Upto(2)], dict.fromkeys(Upto(2)), list(Old()), 2 in Old(), tuple(Old()))
a, b = Upto(2)
print(a, b)
for thing in (Broken(), NoIter(), Raises(), RaisesNext(), object()):
    show(lambda: list(thing))
    show(lambda: [x for x in thing])
show(lambda: 1 in object())
show(lambda: len(Upto(1)))


# === Several at once, exhausted, and changing ===
letters = iter("abcdef")
print([(x, next(letters, None)) for x in letters])
it = iter({"a": 1})
print(next(it), list(it))


class Once:
    def __init__(self):
        self.calls = 0

    def __next__(self):
        self.calls += 1
        if self.calls == 2:
            raise StopIteration
        return self.calls

    def __iter__(self):
        return self


once = Once()
print(list(once), next(once), once.calls)
