# What __del__ raises is ignored, with a report; objects may come back.
import sys


class Bad:
    def __del__(self):
        raise ValueError("in __del__")


Bad()
print("goes on")
bad = Bad()
bad = None
print("and on", file=sys.stderr)


class Chained:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError("chained") from error


Chained()


class Exits:
    def __del__(self):
        sys.exit(3)


Exits()


class Odd:
    __del__ = 5


Odd()


class NoRepr:
    def __repr__(self):
        raise RuntimeError

    def __del__(self):
        raise Exception(self)


NoRepr()


class Deep:
    def helper(self):
        self.missing

    def __del__(self):
        self.helper()


Deep()
print("after all", file=sys.stderr)

# === Coming back ===
saved = []


class Phoenix:
    def __init__(self):
        self.lives = 0

    def __del__(self):
        print("burns", self.lives)
        self.lives += 1
        saved.append(self)


p = Phoenix()
p = None
print("saved", len(saved), saved[0].lives)
saved.clear()
print("only once")


# === In the middle of an exception ===
class Quiet:
    def __del__(self):
        try:
            raise OSError("inner")
        except OSError:
            print("handled inside")
        print("sees", sys.exception())


try:
    raise LookupError("outer")
except LookupError as error:
    Quiet()
    print("still", error)

# === __del__ called by hand ===
class Counted:
    def __del__(self):
        print("called")


c = Counted()
c.__del__()
del c
print("end")
