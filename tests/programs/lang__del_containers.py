# __del__ of what containers and attributes held.
# gc: all
from collections import deque


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def things(*names):
    return [Thing(name) for name in names]


# === Lists ===
items = things("a", "b", "c", "d", "e", "f")
items.pop()
print("popped")
items.pop(0)
print("popped first")
del items[0]
print("deleted")
items[0] = None
print("overwritten")
items.remove(items[1])
print("removed")
items.clear()
print("cleared")
items = things("g", "h")
items = None
print("list gone")
items = things("i", "j", "k")
del items[:2]
print("slice deleted")
items[:] = []
print("slice assigned")

# === Tuples, dicts, sets ===
pair = (Thing("t1"), Thing("t2"))
del pair
d = {"x": Thing("x"), "y": Thing("y"), "z": Thing("z"), "w": Thing("w")}
d["x"] = 1
print("value overwritten")
del d["y"]
print("item deleted")
d.pop("z")
print("item popped")
d.clear()
print("dict cleared")
d = {1: Thing("v1"), 2: Thing("v2")}
d = None
s = {Thing("in set")}
s.pop()
print("set popped")
one = Thing("one")
s = {one}
s.discard(one)
print("discarded")
one = None
q = deque(things("q1", "q2", "q3"))
q.popleft()
q.pop()
q.clear()
print("deque empty")


# === Attributes ===
class Box:
    pass


box = Box()
box.content = Thing("content")
box.content = Thing("other")
print("attribute overwritten")
del box.content
print("attribute deleted")
box.a, box.b = Thing("box a"), Thing("box b")
box = None
print("box gone")


# === The owner goes first ===
class Owner(Thing):
    def __init__(self, name, *children):
        super().__init__(name)
        self.children = children


owner = Owner("parent", Owner("child", Thing("grandchild")), Thing("second child"))
owner = None
print("family gone")
nested = [[[Thing("deep")]]]
nested = 0
print("nested gone")


# === Inheritance and mixins ===
class Base:
    def __del__(self):
        print("Base.__del__", type(self).__name__)


class Derived(Base):
    pass


class More(Derived):
    def __del__(self):
        print("More.__del__")
        super().__del__()


Derived()
More()


class Slots(Base):
    __slots__ = ("held",)


slots = Slots()
slots.held = Thing("first in a slot")
slots.held = Thing("slot")
slots = None


class OnlySlots:
    __slots__ = ("held",)


slots = OnlySlots()
slots.held = Thing("only slot")
del slots.held
slots.held = Thing("only slot again")
slots = None


class Late:
    pass


late = Late()
Late.__del__ = lambda self: print("added later")
late = None


class MyList(list):
    def __del__(self):
        print("MyList", list(self))


m = MyList([1, 2])
m = None
MyList("ab")
print("end")
