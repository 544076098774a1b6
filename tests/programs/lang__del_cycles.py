# Circles of references: only the collector ends them.
import gc
import weakref

gc.collect()
gc.disable()


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


# === An object that refers to itself ===
a = Node("a")
a.other = a
del a
print("nothing yet")
gc.collect()
print("collected")

# === Two that refer to each other ===
a, b = Node("left"), Node("right")
a.other, b.other = b, a
r = weakref.ref(a)
a = b = None
print(r() is None)
gc.collect()
print(r())

# === What a circle holds waits, too ===
a = Node("circle")
a.other = [a, Node("held")]
a = None
print("waiting")
gc.collect()

# === A weak reference breaks the circle ===
class Child:
    def __init__(self, parent):
        self.parent = weakref.ref(parent)

    def __del__(self):
        print("del child")


class Parent:
    def __init__(self):
        self.child = Child(self)

    def __del__(self):
        print("del parent")


p = Parent()
print(p.child.parent() is p)
p = None
print("no collector needed")

# === The circle is broken by hand ===
a = Node("broken")
a.other = a
a.other = None
del a
print("broken by hand")
a = Node("via dict")
a.__dict__["me"] = a
del a.me
a = None

# === Callbacks ===
a = Node("called back")
a.other = a
r = weakref.ref(a, lambda ref: print("callback"))
del a
print("before")
gc.collect()
print(gc.collect() == 0, gc.isenabled(), gc.garbage)
gc.enable()
print(gc.isenabled())


# === A generator in a circle ===
def gen():
    me = yield
    try:
        yield
    finally:
        print("generator closed")


g = gen()
next(g)
g.send(g)
g = None
print("generator waits")
gc.collect()

# === Numbers of objects ===
class Plain:
    pass


x = Plain()
x.me = x
del x
print(gc.collect() >= 1)
l = []
l.append(l)
del l
print(gc.collect())
d = {}
d["d"] = d
d = None
print(gc.collect())
left = Node("left in a circle at exit")
left.other = left
del left
print("end")

# === The end of the program: level by level ===
y, z = Node("y"), Node("z")
several = [Node("first of several"), Node("second of several")]
w = Node("w")
