# __del__ when the last name goes: deleted, bound anew, the frame left.
# gc: all
class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


# === Deleted, bound anew ===
a = Thing("a")
del a
print("after del")
b = Thing("b1")
b = Thing("b2")
print("after b")
b = None
print("after None")

# === Two names ===
c = d = Thing("c")
del c
print("one name left")
del d
print("none left")

# === A temporary ===
Thing("temporary")
print("after the temporary")
print(Thing("in print").name)
print("len", len([Thing("in a list"), Thing("too")]))
Thing("x").name
if Thing("condition"):
    print("in the branch")
while not Thing("loop"):
    pass
x = Thing("operand") == 5
print("after ==", x)


# === The last frame left ===
def local():
    first = Thing("first")
    second = Thing("second")
    print("in local")


local()
print("after local")


def early(flag):
    kept = Thing("early")
    if flag:
        return 1
    return 2


print(early(True), early(False))


def returned():
    inside = Thing("returned")
    return inside


returned()
print("result dropped")
kept = returned()
print("result kept")
del kept


def passed(thing):
    print("has", thing.name)


passed(Thing("argument"))
print("after passed")
e = Thing("e")
passed(e)
print("e lives")
del e


# === In an exception ===
def fails():
    held = Thing("held")
    raise ValueError("x")


try:
    fails()
except ValueError:
    print("caught")
print("after try")


def outer():
    global g
    g = Thing("global")
    g = 5

    def inner():
        nonlocal n
        n = None

    n = Thing("nonlocal")
    inner()
    print("after inner")


outer()

# === A closure keeps it ===
def make():
    captured = Thing("captured")
    return lambda: captured.name


f = make()
print(f())
del f
print("closure gone")

# === Loops ===
for i in range(3):
    t = Thing(i)
print("loop over")
del t
for t in [Thing("p"), Thing("q")]:
    print("item", t.name)
print("list walked")
t = None
squares = [Thing(i).name ** 2 for i in range(3)]
print(squares)
swap1, swap2 = Thing("s1"), Thing("s2")
swap1, swap2 = swap2, swap1
print(swap1.name)
swap1 = swap2 = 0
with open if False else memoryview(b"") if False else __import__("contextlib").nullcontext(Thing("with")) as w:
    print("in with", w.name)
w = None
print("end")
left = Thing("at exit")
