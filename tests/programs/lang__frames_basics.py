# Frames of functions, as far as programs look at them.
import inspect
import sys


def who_calls():
    return sys._getframe(1).f_code.co_name


def caller():
    return who_calls()


def look():
    x, y = 1, "two"
    frame = sys._getframe()
    return frame.f_code.co_name, dict(frame.f_locals, frame=None), frame.f_back.f_code.co_name


print(caller(), look())


def names():
    frame = inspect.currentframe()
    found = []
    while frame is not None:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def outer():
    return names()


print(names(), outer(), sys._getframe().f_globals is globals(), sys._getframe(0).f_code.co_filename)
try:
    sys._getframe(99)
except ValueError as error:
    print(error)
try:
    sys._getframe("1")
except TypeError as error:
    print(error)


class Debug:
    def method(self):
        self.line = sys._getframe().f_lineno
        return sys._getframe().f_code.co_qualname


debug = Debug()
print(debug.method(), debug.line)


def gen():
    yield sys._getframe().f_code.co_name


print(next(gen()), [sys._getframe().f_code.co_name for _ in range(1)], (lambda: sys._getframe().f_code.co_name)())


def trace(function):
    def wrapper(*args):
        print("->", function.__name__, args, "from line", sys._getframe(1).f_lineno)
        return function(*args)

    return wrapper


@trace
def add(a, b):
    return a + b


print(add(1, 2))
