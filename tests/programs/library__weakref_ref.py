# Weak references: what they give, when they are told, what cannot be referred to.
# gc: all
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name!r})"


# === Alive, then gone ===
thing = Thing("a")
r = weakref.ref(thing)
print(r() is thing, r())
del thing
print(r())

# === Told when it goes ===
thing = Thing("b")
r = weakref.ref(thing, lambda ref: print("gone", ref is r, ref()))
print("before")
thing = None
print("after")

# === The newest is told first ===
thing = Thing("c")
refs = [weakref.ref(thing, lambda ref, n=n: print("callback", n)) for n in range(3)]
del thing

# === A reference that is gone itself tells nothing ===
thing = Thing("d")
r = weakref.ref(thing, lambda ref: print("never"))
r = None
del thing
print("nothing told")

# === One without a callback is made once ===
thing = Thing("e")
print(weakref.ref(thing) is weakref.ref(thing), weakref.getweakrefcount(thing))
keep = weakref.ref(thing)
told = weakref.ref(thing, print)
print(weakref.ref(thing) is keep, weakref.getweakrefcount(thing), len(weakref.getweakrefs(thing)))
print(told.__callback__ is print, keep.__callback__)

# === Equality and hash ===
one, other = Thing("x"), Thing("x")
r1, r2 = weakref.ref(one), weakref.ref(other)
print(r1 == weakref.ref(one), r1 == r2, r1 != r2, hash(r1) == hash(one))
before = hash(r1)
del one
print(hash(r1) == before, r1 == r1, r1 == weakref.ref(other))
third = weakref.ref(Thing("temporary"))
try:
    hash(third)
except TypeError as error:
    print(error)


class Equal:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 7


a, b = Equal(), Equal()
print(weakref.ref(a) == weakref.ref(b), hash(weakref.ref(a)))

# === What cannot be referred to ===
for value in (1, "text", [], (), {}, None, 1.5, object(), range(3), ValueError("x")):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)


class Slots:
    __slots__ = ("a",)


class WeakSlots:
    __slots__ = ("a", "__weakref__")


try:
    weakref.ref(Slots())
except TypeError as error:
    print(error)
s = WeakSlots()
print(weakref.ref(s)() is s)


class MyList(list):
    pass


values = MyList([1, 2])
r = weakref.ref(values)
print(r())
del values
print(r())


# === Functions, classes, methods, sets ===
def function():
    pass


r = weakref.ref(function)
print(r() is function)
del function
print(r())
print(weakref.ref(Thing)() is Thing)
thing = Thing("m")
print(weakref.ref(thing.__repr__)())
some = {1, 2}
r = weakref.ref(some)
some = None
print(r())

# === A callback that fails ===
thing = Thing("f")
r = weakref.ref(thing, lambda ref: 1 / 0)
del thing
print("goes on")

# === In a function: the last frame left ===
def scope():
    local = Thing("local")
    return weakref.ref(local, lambda ref: print("local gone"))


r = scope()
print(r())

# === Subclasses ===
class Named(weakref.ref):
    def __init__(self, referent, callback=None, name="?"):
        super().__init__(referent, callback)
        self.name = name

    def __new__(cls, referent, callback=None, name="?"):
        return super().__new__(cls, referent, callback)


thing = Thing("n")
named = Named(thing, lambda ref: print("told", ref.name), name="label")
print(named.name, named() is thing, isinstance(named, weakref.ReferenceType))
thing = None
