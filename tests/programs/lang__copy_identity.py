# Names, objects, identity: what is shared and what is copied.
import copy

# === Names are not copies ===
a = [1, 2]
b = a
b.append(3)
print(a, a is b, a == [1, 2, 3], a is [1, 2, 3])


def change(items, number):
    items.append("in place")
    number += 1
    items = ["rebound"]
    return items, number


n = 5
print(change(a, n), a, n)

# === Multiplication shares ===
rows = [[0] * 3] * 2
rows[0][0] = 1
print(rows, [[0] * 3 for _ in range(2)])
row = [None] * 2
row[0] = row
print(row, row[0] is row)
x = y = []
x.append(1)
print(y)

# === Shallow and deep ===
nested = {"list": [1, [2]], "tuple": (1, [2])}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested["list"][1].append("new")
nested["tuple"][1].append("new")
print(shallow, deep, shallow["list"] is nested["list"], deep["list"] is nested["list"])
print([1, 2][:] == [1, 2], list(a) is a, dict(nested) is nested, a.copy() is a)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin, twin[1] is twin, twin is loop)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)


class Node:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent:
            parent.children.append(self)

    def __copy__(self):
        return Node(self.name + " copy")


root = Node("root")
Node("leaf", root)
tree = copy.deepcopy(root)
print(tree.children[0].name, tree.children[0].parent is tree, tree is root, copy.copy(root).name)


class Once:
    def __deepcopy__(self, memo):
        return "deep copied"


print(copy.deepcopy([Once()]), copy.copy(len) is len, copy.deepcopy(Node) is Node, copy.deepcopy((1, 2)))

# === Augmented assignment ===
t = (1, 2)
u = t
t += (3,)
print(t, u)
s = "a"
r = s
s += "b"
print(s, r)
m = [1]
k = m
m += [2]
m = m + [3]
print(m, k)

# === Defaults, class attributes ===


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []))


class Shared:
    items = []
    count = 0

    def add(self, item):
        self.items.append(item)
        self.count += 1


one, two = Shared(), Shared()
one.add("x")
print(two.items, two.count, one.count, Shared.count, vars(one), vars(two))
print(id(one) == id(one), id(one) == id(two), None is None, True is True)
