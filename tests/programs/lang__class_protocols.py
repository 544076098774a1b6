# Where special methods are looked up, and what default ones do.

# === On the class, not the instance ===
class A:
    pass
a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: "called"
for f in (lambda: len(a), lambda: a()):
    try:
        print(f())
    except TypeError as error:
        print(error)
A.__len__ = lambda self: 7
print(len(a), bool(a))

# === Default equality and hashing ===
class B:
    pass
b = B()
print(b == b, b != b, b == B(), len({b, b, B()}), hash(b) == hash(b), b in [B(), b])
try:
    b < b
except TypeError as error:
    print(error)

# === __eq__ without __hash__, inherited hash ===
class C:
    def __eq__(self, other):
        return True
print(C() == 5, 5 == C(), C() != 5, C.__hash__)
class D(B):
    pass
print(len({D(), D()}))

# === Methods are descriptors ===
class E:
    def m(self):
        return self
    @classmethod
    def c(cls):
        return cls.__name__
    @staticmethod
    def s():
        return "static"
e = E()
m = e.m
print(m() is e, E.m(e) is e, m.__self__ is e, m.__func__ is E.m, e.c(), E.c(), e.s(), E.s(), e.m == e.m, e.m is e.m)
e.m = lambda: "own"
print(e.m())
del e.m
print(e.m() is e)

# === Class attributes shared and shadowed ===
class F:
    items = []
    count = 0
    def add(self, x):
        self.items.append(x)
        self.count += 1
f, g = F(), F()
f.add(1)
g.add(2)
print(F.items, f.count, g.count, F.count, f.__dict__, f.items is g.items)

# === __init__ must return None; object takes no arguments ===
class G:
    def __init__(self):
        return 5
for make in (G, lambda: A(1), lambda: object(1), lambda: B(x=1)):
    try:
        make()
    except TypeError as error:
        print(error)

# === super outside and with arguments ===
class H(list):
    def append(self, x):
        super(H, self).append(x * 2)
    def __len__(self):
        return super().__len__() + 100
h = H()
h.append(4)
print(list(h), len(h), h)
try:
    super().nothing
except RuntimeError as error:
    print(error)
try:
    class I(H):
        def go(self):
            return super().nope
    I().go()
except AttributeError as error:
    print(error)
