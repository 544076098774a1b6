# Subclasses of builtin classes.

class Loud(str):
    def upper(self):
        return "LOUD " + super().upper()

    def __repr__(self):
        return f"Loud({super().__repr__()})"


class Default(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Stack(super().__getitem__(index))
        return super().__getitem__(index)


class Age(int):
    def __new__(cls, value):
        if value < 0:
            raise ValueError("negative age")
        return super().__new__(cls, value)

    def __add__(self, other):
        return Age(int(self) + other)


class Temperature(float):
    def __str__(self):
        return f"{float(self)}°"


# === str ===
l = Loud("abc")
print(l, repr(l), l.upper(), l + "d", type(l + "d").__name__, l == "abc", hash(l) == hash("abc"), {l: 1}["abc"], l[1:], len(l), isinstance(l, str))
print(f"{l} {l!r:>12}", "%s %r" % (l, l), "-".join([l, Loud("x")]), l in "xabcx", str(l), type(str(l)).__name__)
l.note = "strings with attributes"
print(l.note, sorted([Loud("b"), "a"]), l.split("b"))

# === dict ===
d = Default(a=0)
print(d["x"], d["y"], d, d.get("z"), "z" in d, dict(d), type(d | {}).__name__, type(d.copy()).__name__)
print(isinstance(d, dict), list(d), {**d}, len(d))

# === list ===
s = Stack([1, 2]).push(3)
print(s, s[0], type(s[:2]).__name__, type(s + [4]).__name__, type(s.copy()).__name__, s == [1, 2, 3], [1, 2, 3] == s, s * 2)
s.extra = 1
print(vars(s), sum(s), sorted(s, reverse=True), [*s])

# === int and float ===
a = Age(5)
print(a, a + 1, type(a + 1).__name__, type(a * 2).__name__, type(-a).__name__, a == 5, [10] * a == [10] * 5, f"{a:03d}", repr(a), a.__class__.__name__)
try:
    Age(-1)
except ValueError as error:
    print(error)
t = Temperature(21.5)
print(t, repr(t), f"{t}", f"{t:.0f}", t + 1, type(t + 1).__name__, str(t), [t], {t: 1})


# === tuple, set, bytes, exceptions ===
class Pair(tuple):
    __slots__ = ()

    @property
    def first(self):
        return self[0]


class Tags(set):
    def add(self, item):
        super().add(item.lower())


class Oops(ValueError):
    def __str__(self):
        return f"oops: {self.args}"


p = Pair([1, 2])
tags = Tags(["A"])
tags.add("B")
print(p, p.first, p == (1, 2), p + (3,), type(p + (3,)).__name__, sorted(tags), type(tags | {1}).__name__, len(tags))
print(Oops(1, 2), repr(Oops("x")), issubclass(Oops, ValueError))
class Raw(bytes):
    pass
print(Raw(b"ab"), type(Raw(b"ab")[:1]).__name__, Raw([65]) == b"A", type(Raw(b"a").upper()).__name__)
for source in ("class A(bool): pass", "class A(type(None)): pass", "class A(range): pass", "class A(slice): pass", "class A(type(lambda: 0)): pass", "class A(type(...)): pass", "class A(type(len)): pass"):
    try:
        exec(source)
    except TypeError as error:
        print(error)
