# copy: shallow and deep copies, memo, objects that say how they are copied, replace.
import copy
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Shallow and deep ===
inner = [1, 2]
outer = [inner, {"key": inner}, (inner, 3)]
shallow, deep = copy.copy(outer), copy.deepcopy(outer)
inner.append(3)
print(shallow, deep)
print(shallow is outer, shallow[0] is inner, deep[0] is inner, deep[0] is deep[1]["key"], deep[0] is deep[2][0])

# === What cannot change is not copied ===
for value in (1, 2.5, "text", b"x", None, True, (1, 2), frozenset({1}), len, int, range(3), ..., lambda: 1):
    if copy.copy(value) is not value or copy.deepcopy(value) is not value:
        print("copied", value)
t = ([],)
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(t) == t, copy.deepcopy((1, (2, 3))))

# === Cycles ===
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again, again is loop)
d = {}
d["self"] = (d, [d])
e = copy.deepcopy(d)
print(e["self"][0] is e, e["self"][1][0] is e)


# === Objects ===
class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)


tree = Node(1, [Node(2), Node(3)])
tree.children[0].parent = tree
one, two = copy.copy(tree), copy.deepcopy(tree)
print(one.children is tree.children, two.children is tree.children, two.children[0].parent is two, two.children[1].value, type(two).__name__)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


s = copy.deepcopy(Slotted([1]))
print(s.a, hasattr(s, "b"), copy.copy(s).a is s.a)


class Custom:
    def __init__(self, name):
        self.name = name

    def __copy__(self):
        print("copying", self.name)
        return Custom(self.name + " copy")

    def __deepcopy__(self, memo):
        print("deep", self.name, type(memo).__name__, id(self) in memo)
        return Custom(copy.deepcopy(self.name + " deep copy", memo))


print(copy.copy(Custom("c")).name, copy.deepcopy([Custom("d")])[0].name)


class State:
    def __init__(self):
        self.a, self.lock = 1, "busy"

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        self.__dict__.update(state, lock="free")


print(copy.copy(State()).__dict__, copy.deepcopy(State()).__dict__)


class Reduced:
    def __init__(self, a):
        self.a = a

    def __reduce__(self):
        return (Reduced, (self.a + 1,))


print(copy.copy(Reduced(1)).a, copy.deepcopy(Reduced([1][0])).a)


# === Subclasses of containers, and containers ===
class Named(list):
    def __init__(self, items=(), name=""):
        super().__init__(items)
        self.name = name


class Table(dict):
    pass


n = Named([[1], [2]], "n")
m = copy.deepcopy(n)
print(m, m.name, type(m).__name__, m[0] is n[0], copy.copy(n)[0] is n[0], copy.copy(n).name)
table = Table(a=[1])
table.extra = [5]
tc = copy.deepcopy(table)
print(tc, tc.extra, type(tc).__name__, tc["a"] is table["a"], tc.extra is table.extra)
P = namedtuple("P", "x y")
for value in (Counter("aab"), defaultdict(list, a=[1]), deque([1, [2]], maxlen=5), OrderedDict(a=1), P([1], 2), {1, 2}, bytearray(b"ab")):
    c = copy.deepcopy(value)
    print(repr(copy.copy(value)), c, c == value, c is value, type(c) is type(value))
problem = copy.copy(ValueError("bad", 3))
print(repr(problem), copy.deepcopy(KeyError("k")).args)

# === memo ===
shared = ["x"]
memo = {}
first = copy.deepcopy(shared, memo)
print(copy.deepcopy([shared], memo)[0] is first, memo[id(shared)] is first)
bound = copy.deepcopy([tree.children.append])
print(callable(bound[0]))

# === replace ===
print(copy.replace(P(1, 2), y=5))


class Shape:
    def __init__(self, w, h):
        self.w, self.h = w, h

    def __replace__(self, **changes):
        return Shape(**{**self.__dict__, **changes})


print(copy.replace(Shape(1, 2), h=9).__dict__)
show(copy.replace, 3, a=1)
show(copy.replace, P(1, 2), q=1)
show(copy.deepcopy, (x for x in []))
print(copy.Error.__mro__[1], copy.error is copy.Error)
