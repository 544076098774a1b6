# Decorators: order, arguments, classes, state, and what they may be.
import functools


def note(label):
    print("make", label)

    def decorate(thing):
        print("apply", label, "to", thing.__name__)
        return thing

    return decorate


@note("outer")
@note("inner")
def function():
    return "called"


@note("class")
class C:
    @note("method")
    def method(self):
        pass

    @staticmethod
    @note("static")
    def static():
        return "static"


print(function(), C.static())


# === With and without arguments ===
def repeat(function=None, *, times=2):
    if function is None:
        return functools.partial(repeat, times=times)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return [function(*args, **kwargs) for _ in range(times)]

    return wrapper


@repeat
def one():
    return 1


@repeat(times=3)
def two():
    return 2


print(one(), two(), one.__name__)


# === A class as a decorator ===
class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


@Counted
def add(a, b):
    "Adds."
    return a + b


class Calc:
    @Counted
    def double(self, x):
        return x * 2


print(add(1, 2), add(3, 4), add.calls, add.__doc__, Calc().double(4), Calc.double.calls)

# === Any expression ===
registry = {}
decorators = [lambda f: f, lambda f: registry.setdefault(f.__name__, f)]


@decorators[1]
@(lambda f: f)
def stored():
    return "stored"


@print
def printed():
    pass


@[5, 6].append
def lost():
    pass


print(registry["stored"](), printed, lost)

# === Decorated coroutines and generators ===


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        print("start", function.__name__)
        yield from function(*args)
        print("end", function.__name__)

    return wrapper


@logged
def numbers(n):
    yield from range(n)


print(list(numbers(3)))
for source in ("@undefined\ndef f(): pass", "@5\ndef f(): pass", "@note('x')\nx = 1", "@\ndef f(): pass"):
    try:
        exec(source)
    except (NameError, TypeError, SyntaxError) as error:
        print(type(error).__name__, error)


# === Overwriting ===
class Temperature:
    def __init__(self):
        self._c = 0

    @property
    def c(self):
        return self._c

    @c.setter
    def c(self, value):
        self._c = value


t = Temperature()
t.c = 5
print(t.c, Temperature.c.fset is not None)
