# gc: collecting by hand, switching, counting, callbacks.
import gc
import weakref


class Node:
    pass


gc.collect()
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()

# === Counts ===
gc.disable()
for size in (1, 2, 5):
    nodes = [Node() for _ in range(size)]
    for one, other in zip(nodes, nodes[1:] + nodes[:1]):
        one.next = other
    del nodes, one, other
    print(size, gc.collect())
print(gc.collect())
a = []
a.append(a)
a = {}
a["a"] = a
a = None
print(gc.collect())


def recursive():
    def inner(n):
        return inner(n - 1) if n else "done"

    return inner(3)


print(recursive(), gc.collect() > 0, gc.collect())

# === Weak references see it ===
node = Node()
node.me = node
r = weakref.ref(node)
del node
print(r() is None)
gc.collect()
print(r() is None)

# === Callbacks ===
calls = []
gc.callbacks.append(lambda phase, info: calls.append((phase, sorted(info))))
gc.collect()
gc.callbacks.clear()
print(calls)
print(gc.garbage)


# === is_finalized ===
saved = []


class Back:
    def __del__(self):
        saved.append(self)


b = Back()
print(gc.is_finalized(b))
del b
print(gc.is_finalized(saved[0]))

# === Arguments ===
for generation in (0, 1, 2):
    print(gc.collect(generation) >= 0)
try:
    gc.collect(3)
except ValueError as error:
    print(error)
try:
    gc.collect("x")
except TypeError as error:
    print(error)
gc.enable()
