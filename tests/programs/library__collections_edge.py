# deque, Counter, defaultdict, OrderedDict, namedtuple, ChainMap at the edges.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === deque ===
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
d.extend([7, 8])
print(d, d.maxlen, d[0], d[-1], len(d), 7 in d, list(reversed(d)), d.count(7), d.index(8))
d.rotate(1)
print(d, d == deque([8, 3, 7]), deque("ab") + deque("c"), deque("ab") * 2, d.copy(), bool(deque()))
u = deque("abcdef")
u.rotate(-2)
u.insert(1, "x")
u.remove("a")
u.reverse()
del u[0]
u[0] = "Z"
u.extendleft("12")
print(u, u.pop(), u.popleft(), u)
for call in (lambda: deque().pop(), lambda: deque().popleft(), lambda: u[99], lambda: u.remove("nope"), lambda: u.index("nope"), lambda: deque([1], maxlen=-1), lambda: deque(5), lambda: u[0:1], lambda: hash(u), lambda: d.insert(0, 1), lambda: deque([1]) < deque([2]), lambda: deque([1]) + [2]):
    show(call)
try:
    for x in u:
        u.append(x)
except RuntimeError as error:
    print(error)

# === Counter ===
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements())[:5], Counter(a=2, b=-1), Counter({"x": 1}) == Counter("x"))
c.update("ppp")
c.subtract({"s": 5})
print(c, +c, -c, c & Counter("pm"), c | Counter("zz"), c + Counter("m"), c - Counter("ppppp"), Counter("ab") <= Counter("aab"))
del c["not there"]
show(lambda: Counter.fromkeys("ab"))
show(lambda: Counter(5))

# === defaultdict ===
dd = defaultdict(list)
dd["a"].append(1)
print(dd, dd["new"], len(dd), dd.get("absent"), "absent" in dd, dd.default_factory, dd | {"k": 1}, dd.copy() == dd)
dd.default_factory = None
show(lambda: dd["missing"])
show(lambda: defaultdict(5))
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print({k: dict(v) for k, v in nested.items()})

# === OrderedDict ===
od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a")
od.move_to_end("c", last=False)
print(od, od.popitem(), od.popitem(last=False), od, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, list(reversed(OrderedDict(a=1, b=2))))
show(lambda: od.move_to_end("nope"))
show(lambda: OrderedDict().popitem())

# === namedtuple ===
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._make([3, 4]), p == (1, 0), Point._field_defaults, p + (1,), *p)
for call in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: p._replace(z=1), lambda: namedtuple("A", "x x"), lambda: namedtuple("A", "class"), lambda: namedtuple("A", "_x"), lambda: namedtuple("1A", "x"), lambda: setattr(p, "x", 5), lambda: p.z, lambda: namedtuple("A", "a b", defaults=[1, 2, 3])):
    show(call)
print(namedtuple("R", "x class x", rename=True)._fields, namedtuple("S", ["a", "b"])(b=1, a=2))


class Vector(namedtuple("Base", "dx dy")):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.dx + other.dx, self.dy + other.dy)


print(Vector(1, 2) + Vector(3, 4), Vector(1, 2).dx)

# === ChainMap and the User classes ===
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cm["c"] = 4
print(cm, cm["a"], cm["b"], dict(cm), cm.parents, cm.new_child({"a": 0})["a"], len(cm), list(cm))
show(lambda: cm["zz"])
show(lambda: cm.pop("b"))


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


print(Upper(a=1), Upper({"b": 2})["B"], UserList([1, 2]) + [3], UserString("abc").upper(), UserList([3, 1]) == [3, 1])
