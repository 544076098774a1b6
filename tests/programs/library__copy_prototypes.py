# copy in use: prototypes, undo, defaults that are shared by mistake, copies of nested objects.
import copy
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum


class Color(Enum):
    RED = 1


@dataclass
class Shape:
    color: Color
    points: list
    style: dict = field(default_factory=dict)


# === Prototypes ===
original = Shape(Color.RED, [[0, 0], [1, 1]], {"width": 2})
shallow, deep = copy.copy(original), copy.deepcopy(original)
original.points[0][0] = 9
original.points.append([2, 2])
original.style["width"] = 5
print(shallow, deep, deep.color is original.color, sep="\n")
print(copy.replace(original, style={}), original == shallow, original == deep)


# === Undo ===
class Editor:
    def __init__(self):
        self.lines, self.history = [], []

    def do(self, change, *args):
        self.history.append(copy.deepcopy(self.lines))
        getattr(self, change)(*args)

    def write(self, line):
        self.lines.append(list(line))

    def capitalize(self, at):
        self.lines[at][0] = self.lines[at][0].upper()

    def undo(self):
        self.lines = self.history.pop()

    def __str__(self):
        return "/".join("".join(line) for line in self.lines)


e = Editor()
e.do("write", "hello")
e.do("write", "world")
e.do("capitalize", 1)
print(e)
e.undo()
print(e)
e.undo()
print(e, len(e.history))


# === The shared default ===
def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), [[0] * 2] * 2 == [[0, 0], [0, 0]])
grid = [[0] * 2] * 2
grid[0][0] = 1
fresh = copy.deepcopy(grid)
fresh[0][1] = 7
print(grid, fresh, fresh[0] is fresh[1])


# === Nested and circular ===
class Person:
    def __init__(self, name):
        self.name, self.friends = name, []

    def __repr__(self):
        return f"{self.name}:{[f.name for f in self.friends]}"


ann, bob = Person("ann"), Person("bob")
ann.friends, bob.friends = [bob], [ann]
twin = copy.deepcopy(ann)
twin.name = "twin"
print(ann, bob, twin, twin.friends[0], twin.friends[0].friends[0] is twin, twin.friends[0] is bob)


# === Control ===
class Connection:
    opened = 0

    def __init__(self, host):
        self.host = host
        self.socket = object()
        Connection.opened += 1

    def __copy__(self):
        return type(self)(self.host)

    def __deepcopy__(self, memo):
        new = type(self)(copy.deepcopy(self.host, memo))
        memo[id(self)] = new
        return new


c = Connection("h")
both = copy.deepcopy([c, c])
print(both[0] is both[1], both[0].socket is c.socket, Connection.opened, copy.copy(c).host)


class Lazy:
    def __init__(self, n):
        self.n, self.cache = n, list(range(n))

    def __getstate__(self):
        return {"n": self.n}

    def __setstate__(self, state):
        self.n, self.cache = state["n"], "rebuilt"


print(copy.copy(Lazy(3)).cache, copy.deepcopy(Lazy(2)).__dict__)
groups = defaultdict(list, a=[1])
again = copy.deepcopy(groups)
again["b"].append(2)
print(dict(groups), dict(again), again.default_factory)
