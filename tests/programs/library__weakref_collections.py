# WeakSet, WeakValueDictionary, WeakKeyDictionary: entries go with their objects.
# gc: all
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"


# === WeakValueDictionary: a cache ===
cache = weakref.WeakValueDictionary()
a, b = Node("a"), Node("b")
cache["a"], cache["b"] = a, b
print(len(cache), sorted(cache), cache["a"], cache.get("z"), "a" in cache, "z" in cache)
del a
print(len(cache), list(cache.items()), cache.get("a", "gone"))
try:
    cache["a"]
except KeyError as error:
    print("KeyError", error)
cache["tmp"] = Node("tmp")
print(list(cache))
print(list(cache.values()), cache.setdefault("b", Node("other")))
b = None
print(dict(cache), bool(cache))
c = Node("c")
cache.update(c=c)
print(cache.pop("c"), len(cache))
try:
    cache["x"] = 5
except TypeError as error:
    print(error)
copy = weakref.WeakValueDictionary({"c": c})
print(list(copy.copy().items()), list((copy | {"d": c}).keys()))
del c
print(len(copy))

# === WeakKeyDictionary: data about objects of others ===
notes = weakref.WeakKeyDictionary()
x, y = Node("x"), Node("y")
notes[x] = "about x"
notes[y] = ["about", "y"]
print(notes[x], len(notes), x in notes, Node("x") in notes, 5 in notes)
print([(k.name, v) for k, v in notes.items()])
x = None
print(len(notes), list(notes.keys()))
print(notes.pop(y), len(notes))
notes[y] = 1
del notes[y]
print(dict(notes))
try:
    notes[y]
except KeyError as error:
    print("KeyError")
try:
    notes["text"] = 1
except TypeError as error:
    print(error)

# === WeakSet: listeners ===
listeners = weakref.WeakSet()
p, q = Node("p"), Node("q")
listeners.add(p)
listeners.add(q)
listeners.add(p)
print(len(listeners), p in listeners, sorted(n.name for n in listeners))
del q
print(len(listeners), [n.name for n in listeners])
listeners.discard(p)
listeners.discard(p)
print(len(listeners), list(listeners))
try:
    listeners.remove(p)
except KeyError:
    print("KeyError")
listeners.add(p)
more = listeners | {p}
print(len(more), listeners == more, listeners <= more, listeners.isdisjoint(more))
print(listeners.pop(), len(listeners))
try:
    listeners.pop()
except KeyError as error:
    print(error)

# === Dying while one walks ===
nodes = [Node(n) for n in "abc"]
group = weakref.WeakSet(nodes)
for node in group:
    nodes.clear()
node = None
print(len(group))


# === A registry of instances, as a class keeps it ===
class Tracked:
    instances = weakref.WeakSet()

    def __init__(self):
        Tracked.instances.add(self)


def make():
    first, second = Tracked(), Tracked()
    print("inside", len(Tracked.instances))


make()
print("outside", len(Tracked.instances))
kept = [Tracked() for _ in range(3)]
print(len(Tracked.instances))
kept.pop()
print(len(Tracked.instances))
kept[0] = None
print(len(Tracked.instances))
kept.clear()
print(len(Tracked.instances))
