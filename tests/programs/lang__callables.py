# Everything that can be called, and what cannot.

class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, twice=False):
        return (x + self.n) * (2 if twice else 1)


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


add = Adder(5)
print(add(1), add(1, twice=True), list(map(add, [1, 2])), callable(add), callable(5), callable(Adder), callable(len), callable(add.__call__))
show(lambda: add())
show(lambda: add(1, True))

# === What cannot ===
for thing in (5, "text", None, [1], {}, (), 1.5, ..., object(), NotImplemented):
    try:
        thing()
    except TypeError as error:
        print(error)
show(lambda: print(1)())
show(lambda: Adder(1)(2)(3))
import math
show(lambda: math())


# === On the class, not on the instance ===
class Plain:
    pass


plain = Plain()
plain.__call__ = lambda: "instance"
show(lambda: plain())
Plain.__call__ = lambda self: "class"
show(lambda: plain())


# === Bound methods, partials, and methods of methods ===
from functools import partial, partialmethod

text = "a,b"
split = text.split
print(split(","), split.__self__, split.__name__, str.split(text, ","), [].append is [].append)
double = partial(lambda a, b, c=0: (a, b, c), 1, c=3)
print(double(2), double(2, c=9), double.args, double.keywords, double.func.__name__)
show(lambda: double())
show(lambda: partial())
show(lambda: partial(5))


class Cell:
    def set(self, state):
        self.state = state
        return self

    on = partialmethod(set, True)
    off = partialmethod(set, state=False)


print(Cell().on().state, Cell().off().state)
m = add.__call__
print(m.__self__ is add, m.__func__ is Adder.__call__, m == add.__call__, m(1), hash(m) == hash(add.__call__))
show(lambda: m.x)

# === Constructors are calls ===
print(int("5"), str(5), list("ab"), dict(a=1), type("T", (), {"x": 1})().x, bool([]), set([1]), object() is not object())


class Choosy:
    def __new__(cls, n):
        if n < 0:
            return "negative"
        return super().__new__(cls)

    def __init__(self, n):
        print("init", n)
        self.n = n


print(Choosy(-1), Choosy(1).n)


class BadInit:
    def __init__(self):
        return 5


show(BadInit)
show(lambda: object.__new__(5))
show(lambda: object.__new__())
show(lambda: int.__new__(str, "1"))


class Immutable(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __init__(self, a, b):
        self.total = a + b


i = Immutable(1, 2)
print(i, i.total, i[0], isinstance(i, tuple))
