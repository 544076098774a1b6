# Generators that are dropped in the middle run their finally, with and except GeneratorExit.
# gc: all
import contextlib


def numbers(name="numbers"):
    try:
        yield 1
        yield 2
    finally:
        print(name, "closed")


# === break leaves it ===
for n in numbers():
    print(n)
    break
print("after break")

# === A name ===
g = numbers("named")
next(g)
g = None
print("after the name")
g = numbers("deleted")
print(next(g), next(g))
del g
g = numbers("never begun")
del g
print("nothing to close")
print(next(numbers("temporary")))
print(list(zip(numbers("zipped"), "a")))


# === with in it ===
@contextlib.contextmanager
def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


def lines():
    with resource("file") as f:
        for i in range(3):
            yield f, i


for f, i in lines():
    if i == 1:
        break
print("file closed")


# === except GeneratorExit, and what it may not do ===
def exits():
    try:
        yield "first"
    except GeneratorExit:
        print("GeneratorExit")
        raise


g = exits()
next(g)
g = None


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
next(g)
g = None


def fails():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


g = fails()
next(g)
g = None


# === Delegation ===
def outer():
    try:
        yield from numbers("inner")
    finally:
        print("outer closed")


g = outer()
next(g)
g = None
print("both closed")


# === Held by an object, by a frame ===
class Holder:
    def __init__(self):
        self.gen = numbers("held")
        next(self.gen)


h = Holder()
del h


def scope():
    inside = numbers("scope")
    next(inside)
    print("leaving")


scope()


def returns():
    for n in numbers("returned out of"):
        return n


print(returns())


def raises():
    for n in numbers("raised out of"):
        raise ValueError(n)


try:
    raises()
except ValueError as error:
    print("caught", error)


# === What its frame holds ===
class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def with_local():
    local = Thing("local of a generator")
    yield
    yield


g = with_local()
next(g)
g = None
g = (t.name for t in [Thing("in a genexpr")])
print(next(g))
g = None
print("end")
left = numbers("left at exit")
next(left)
