# del in all its forms.

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Names ===
a = b = [1]
del a
print(b)
show(lambda: a)
x, y, z = 1, 2, 3
del x, (y), [z]
show(lambda: x)
show(lambda: z)


def local():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as error:
        return str(error)


def conditional(flag):
    v = 1
    if flag:
        del v
    return v


def parameter(p):
    del p
    return "deleted" if "p" not in locals() else "there"


def captured():
    c = 1

    def inner():
        return c

    before = inner()
    del c
    try:
        inner()
    except NameError as error:
        return before, str(error)


print(local(), conditional(False), parameter(1), captured())
show(lambda: conditional(True))

# === Items and slices ===
items = list(range(8))
del items[0], items[-1]
del items[1:3]
del items[::2]
print(items)
d = {"a": 1, "b": {"c": 2, "d": 3}}
del d["a"], d["b"]["c"]
print(d)
nested = [[1, 2], [3]]
del nested[0][0], nested[1]
print(nested)
for source in ("del items[99]", "del d['zz']", "del 'abc'[0]", "del (1, 2)[0]", "del items['a']", "del items.append", "del d.keys", "del nothing", "del range(3)[0]", "del {1}[1]", "del None.x"):
    try:
        exec(source)
        print("fine", source)
    except Exception as error:
        print(type(error).__name__, error)


# === Attributes and hooks ===
class Watched:
    def __init__(self):
        self.x = 1

    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)

    def __delitem__(self, key):
        print("deleting item", key)


w = Watched()
del w.x, w[1], w[1:2], w["k", 2]
show(lambda: w.x)
try:
    del w.x
except AttributeError as error:
    print(error)
for source in ("del 5", "del f()", "del x + 1", "del (a, 5)", "del *a", "del", "del x = 1", "del (x for x in y)", "del None", "del __debug__", "del a if b else c", "del -x", "del x == 1", "del 'a'", "del [a, [b]]", "del ()", "del (a), (b)"):
    try:
        compile(source, "s", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(source, "->", error.msg)
