# An exception keeps the locals of the frames it came through; what goes when it goes.
# gc: all
class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def fails(name):
    local = Thing(name)
    raise ValueError(name)


# === Kept as long as the handler runs ===
try:
    fails("a")
except ValueError as error:
    print("handler")
print("after the handler")

# === Without a name ===
try:
    fails("b")
except ValueError:
    print("handler")
print("after")

# === Kept longer ===
saved = None
try:
    fails("c")
except ValueError as error:
    saved = error
print("saved")
saved = None
print("dropped")


# === Through several frames ===
def middle():
    also = Thing("middle")
    fails("innermost")


try:
    middle()
except ValueError:
    print("caught")

# === finally runs before ===
def tidy():
    local = Thing("tidy")
    try:
        raise KeyError("k")
    finally:
        print("finally")


try:
    tidy()
except KeyError:
    print("caught")


# === An exception of a chain ===
def chain():
    try:
        fails("cause")
    except ValueError as error:
        raise RuntimeError("effect") from error


try:
    chain()
except RuntimeError as error:
    print("chained", error.__cause__)
print("chain gone")


# === In an exception's arguments ===
try:
    raise ValueError(Thing("argument"))
except ValueError as error:
    print("has", error.args[0].name)
print("argument gone")


# === suppressed by with ===
class Suppress:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("exit", exc[0].__name__)
        return True


with Suppress():
    fails("in with")
print("after with")


# === A generator that raises ===
def gen():
    local = Thing("generator local")
    yield 1
    raise ValueError("gen")


g = gen()
next(g)
try:
    next(g)
except ValueError:
    print("gen raised")
print("after gen")


# === A loop that retries ===
for attempt in range(3):
    try:
        thing = Thing(attempt)
        if attempt < 2:
            raise OSError(attempt)
    except OSError as error:
        print("retry", error)
del thing
print("end")
