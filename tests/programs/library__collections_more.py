# collections: named tuples in detail, counters as multisets, chains of mappings, classes to inherit from.
import collections
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === namedtuple ===
Point = namedtuple("Point", ["x", "y"])
p = Point(11, y=22)
print(p, p[0] + p.y, p._fields, p._asdict(), p._replace(x=3), Point._make([5, 6]), p == (11, 22), Point.__doc__, Point.x.__doc__)
show(Point, 1)
show(Point, 1, 2, 3)
show(Point, 1, x=2)
show(Point, 1, 2, z=3)
show(Point._make, [1])
show(p._replace, q=1)
show(setattr, p, "x", 1)
show(setattr, p, "zzz", 1)
for bad in ("class x", "1a b", "x x", "_x y"):
    show(namedtuple, "Bad", bad)
show(namedtuple, "for", "a")
show(namedtuple, "Bad", "a", defaults=[1, 2])
print(namedtuple("R", "class x x _y", rename=True)._fields, namedtuple("D", "a b c", defaults=(1, 2))._field_defaults)
D = namedtuple("D", "a b c", defaults=(1, 2))
print(D(0), D(0, c=9), D.__new__.__defaults__, Point.__module__, Point.__qualname__, hash(p) == hash((11, 22)))


class Point3(namedtuple("Point3", "x y z")):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x**2 + self.y**2 + self.z**2) ** 0.5

    def __str__(self):
        return f"<{self.x} {self.y} {self.z}>"


q = Point3(1, 2, 2)
print(q, repr(q), q.norm, q._replace(x=0), sorted([Point(2, 1), Point(1, 9)]), max(Point(1, 2), Point(1, 3)))
x, y = p
match p:
    case Point(x=11, y=b):
        print(x, y, b)
print(*map(lambda row: row.name, map(namedtuple("Row", "name age")._make, [("a", 1), ("b", 2)])))

# === Counter ===
c = Counter(a=3, b=1, c=0, d=-2)
print(c, +c, -c, c + Counter(b=2), c - Counter(a=1), c & Counter(a=1, b=9), c | Counter(e=4), sum(c.values()), c.total())
print(Counter("abc") == Counter("cab"), Counter(a=1) == Counter(a=1, b=0), Counter("a") <= Counter("ab"), Counter("ab") < Counter("ab"), Counter("abb") > Counter("ab"))
c += Counter("aab")
print(c)
c -= Counter("a")
c |= Counter(z=5)
c &= Counter(z=2, a=9)
print(c, c["missing"], "missing" in c, list(c.elements()))
del c["not there"]
show(Counter.fromkeys, "ab")
show(Counter, 3)
print(Counter([1, 1, 2]).most_common(1), Counter("hello").most_common(), Counter(), Counter({"x": "many", "y": 2}))
words = Counter("the cat and the dog and the bird".split())
print(words.most_common(2), [w for w, n in words.items() if n == 1])
text = Counter()
text.update("aab")
text.update({"a": 5}, b=1)
text.subtract(["a"])
print(text, dict(text), Counter("ab").copy() == Counter("ba"))

# === OrderedDict ===
o = OrderedDict.fromkeys("abcd", 0)
o.move_to_end("b")
o["a"] = 9
print(o, list(reversed(o)), o.popitem(last=False), o | {"z": 1}, {"q": 2} | o)
show(o.move_to_end, "nope")
print(o == OrderedDict(o), o == OrderedDict(reversed(list(o.items()))), o == dict(reversed(list(o.items()))))


class LRU(OrderedDict):
    def __init__(self, maxsize):
        self.maxsize = maxsize
        super().__init__()

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            del self[next(iter(self))]


cache = LRU(2)
cache["a"], cache["b"] = 1, 2
cache["a"]
cache["c"] = 3
print(list(cache.keys()))

# === defaultdict ===
d = defaultdict(list, {"a": [1]})
d["b"].append(2)
print(d, d.get("nope"), "nope" in d, d | {"c": 1}, {"z": 0} | d, d.copy() == d, d.default_factory)
show(defaultdict, 3)
show(lambda: defaultdict()["x"])
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"], defaultdict(int, x=1), sorted(defaultdict(lambda: 5).keys()))

# === deque ===
line = deque("ghi", maxlen=5)
line.extend("jk")
line.extendleft("ab")
print(line, line.maxlen, line.count("j"), line.index("h"), list(reversed(line)), line == deque("baghi"))
line.rotate(-2)
line.insert(1, "x") if len(line) < 5 else None
line.remove("a")
line[0] = "Z"
del line[1]
print(line, deque([1, 2]) + deque([3]), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), line.copy())
show(deque([1]).remove, 5)
show(deque().popleft)
show(deque().pop)
show(deque([1, 2]).index, 9)
show(lambda: deque([1])[3])
show(deque, [1], -1)
show(deque([1], 1).insert, 0, 5)


def tail(lines, n=2):
    return deque(lines, n)


print(tail(range(10)), deque(maxlen=0), deque([[1], 2])[0])

# === ChainMap ===
defaults = {"color": "red", "user": "guest"}
settings = ChainMap({"user": "ann"}, defaults)
print(settings["user"], settings["color"], len(settings), list(settings), settings, "color" in settings, settings.get("nope", 1), bool(ChainMap()))
child = settings.new_child({"color": "blue"})
child["size"] = 5
print(child["color"], child.parents["color"], child.maps[0], dict(child), child.copy() == child)
show(lambda: settings["nope"])
show(settings.pop, "color")
del child["size"]
show(child.__delitem__, "user")
print(child | {"x": 1}, sorted(settings.items()), ChainMap.fromkeys("ab", 0))


# === To inherit from ===
class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return f"no {key}"


u = Upper(a=1)
u.update({"b": 2}, c=3)
print(u, u["A"], u["zz"], "A" in u, len(u), u.pop("B"), u.setdefault("q", 4), dict(u), u == {"A": 1, "C": 3, "Q": 4}, u.copy(), u.data, u.get("nope"))


class Loud(UserList):
    def append(self, item):
        print("adding", item)
        super().append(item)


loud = Loud([3, 1])
loud.append(2)
loud.sort()
print(loud, loud[1:], type(loud[1:]).__name__, loud + [9], loud * 2, 3 in loud, loud == [1, 2, 3], len(loud), loud.index(3), list(reversed(loud)))
s = UserString("hello")
print(s.upper(), type(s.upper()).__name__, s + " you", s[1:3], "ell" in s, s == "hello", len(s), s.find("l"), s.split("l"), repr(s), hash(s) == hash("hello"))
show(lambda: collections.Nothing)
