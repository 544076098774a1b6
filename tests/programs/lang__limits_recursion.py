# RecursionError: where it comes from, and that one can go on after it.
import sys


def show(f):
    try:
        print(f())
    except RecursionError as error:
        print(f"{type(error).__name__}: {error}")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def down(n):
    return down(n + 1)


class Loop:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __len__(self):
        return len(self)

    def __add__(self, other):
        return self + other

    def __call__(self):
        return self()

    def __hash__(self):
        return hash(self)

    def __getitem__(self, key):
        return self[key]

    def __iter__(self):
        return iter(self)

    def __bool__(self):
        return bool(self)

    def __contains__(self, item):
        return item in self

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *exc):
        pass


loop = Loop()
for f in (lambda: down(0), lambda: repr(loop), lambda: loop == 1, lambda: loop.x, lambda: len(loop), lambda: loop + 1, lambda: loop(), lambda: hash(loop), lambda: loop[0], lambda: list(loop), lambda: bool(loop), lambda: 1 in loop, lambda: loop.__enter__(), lambda: [loop] == [1], lambda: {loop: 1}, lambda: sorted([1, 2], key=down)):
    try:
        f()
    except RecursionError:
        print("RecursionError", end=" ")
print()
depth = 0


def measure():
    global depth
    depth += 1
    measure()


try:
    measure()
except RecursionError:
    print("deep enough", 900 < depth < 1100)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(500), sys.getrecursionlimit())


def caught(n):
    try:
        return caught(n + 1)
    except RecursionError:
        return n > 500


print(caught(0))


def generator(n):
    yield n
    yield from generator(n + 1)


try:
    for x in generator(0):
        pass
except RecursionError:
    print("generators too")
sys.setrecursionlimit(200)
depth = 0
try:
    measure()
except RecursionError:
    print("a lower limit", depth < 220)
sys.setrecursionlimit(1000)
for wrong in (0, -1, "x", 2**40):
    try:
        sys.setrecursionlimit(wrong)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
sys.setrecursionlimit(1000)
nested = []
for _ in range(300):
    nested = [nested]
print(len(repr(nested)), nested == nested)
