# weakref.finalize, WeakMethod and proxies.
# gc: all
import weakref


class Connection:
    def __init__(self, name):
        self.name = name

    def close(self):
        return f"close {self.name}"

    def __len__(self):
        return 3

    def __add__(self, other):
        return f"{self.name}+{other}"

    def __getitem__(self, key):
        return key * 2


# === finalize ===
c = Connection("a")
f = weakref.finalize(c, print, "finalized", end="!\n")
print(f.alive, f.peek()[0] is c, f.atexit)
del c
print(f.alive, f.peek(), f())
c = Connection("b")
f = weakref.finalize(c, lambda x: x * 2, 21)
print(f(), f(), f.alive)
del c
c = Connection("c")
f = weakref.finalize(c, print, "never")
print(f.detach()[1:], f.alive, f.detach())
del c
c = Connection("d")
weakref.finalize(c, print, "first made")
weakref.finalize(c, print, "second made")
c = None
left = Connection("left")
weakref.finalize(left, print, "at exit, made first")
weakref.finalize(left, print, "at exit, made second")
quiet = weakref.finalize(left, print, "not at exit")
quiet.atexit = False

# === WeakMethod ===
c = Connection("m")
plain = weakref.ref(c.close)
method = weakref.WeakMethod(c.close, lambda ref: print("method gone"))
print(plain(), method()())
print(method == weakref.WeakMethod(c.close), hash(method) == hash(weakref.WeakMethod(c.close)))
del c
print(method())
try:
    weakref.WeakMethod(print)
except TypeError as error:
    print(error)

# === Proxies ===
c = Connection("p")
p = weakref.proxy(c, lambda proxy: print("proxy told"))
print(p.name, p.close(), len(p), p + 1, p[4], p.__class__.__name__)
print(type(p) is weakref.ProxyType, type(p) in weakref.ProxyTypes, bool(p))
p.name = "changed"
print(c.name)
del p.name
print(hasattr(c, "name"))
try:
    hash(p)
except TypeError as error:
    print(error)
del c
try:
    p.name
except ReferenceError as error:
    print(type(error).__name__, error)


def call():
    return "called"


p = weakref.proxy(call)
print(p(), type(p) is weakref.CallableProxyType)
del call
try:
    p()
except ReferenceError as error:
    print(error)
print("end")
