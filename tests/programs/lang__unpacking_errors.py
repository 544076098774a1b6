# Assignment to several targets: what can go wrong, and how far it gets.

def show(source, **names):
    try:
        exec(source, names)
        print(source, "->", {k: v for k, v in names.items() if k != "__builtins__"})
    except Exception as error:
        print(f"{source} -> {type(error).__name__}: {error}")


# === Too many, too few ===
show("a, b = 1, 2, 3")
show("a, b = 1,")
show("a, b, c = 'xy'")
show("a, b = 'xyz'")
show("a, = ()")
show("[a, b] = {}")
show("() = [1]")
show("() = []")
show("a, b = range(100)")
show("a, b = iter([1])")
show("a, b = {'x': 1, 'y': 2, 'z': 3}")

# === What is no iterable ===
show("a, b = 1")
show("a, b = None")
show("*a, = 5")
show("a, b = lambda: 1")
show("for a, b in [1]: pass")
show("for a, b in [(1, 2), (3,)]: pass")
show("[a for a, b in [(1, 2), (1, 2, 3)]]")
show("dict([(1, 2, 3)])")

# === With a star ===
show("a, *b = [1]")
show("*a, b = [1]")
show("a, *b, c = 'wxyz'")
show("a, *b, c = 'w'")
show("*a, = 'ab'")
show("[*a] = (1, 2)")
show("a, (b, *c), d = 1, 'xyz', 2")
show("a, (b, c), d = 1, 'xyz', 2")
show("(a, b), *c = [1, 2], 3")
show("(a, b), *c = 1, 3")

# === How far it gets ===
show("a = b, c = 1, 2")
show("a, a = 1, 2")
show("a, b = b, a = 1, 2")


def noisy():
    for n in range(4):
        print("give", n)
        yield n


try:
    a, b = noisy()
except ValueError as error:
    print(error)


class Target:
    def __setattr__(self, name, value):
        print("set", name, value)
        if name == "bad":
            raise AttributeError("no")


target = Target()
try:
    target.x, target.bad, target.y = 1, 2, 3
except AttributeError as error:
    print(error)


class Seven:
    def __iter__(self):
        return 7


class Old:
    def __getitem__(self, index):
        if index == 2:
            raise IndexError
        return index * 10


try:
    a, b = Seven()
except TypeError as error:
    print(error)
a, b = Old()
print(a, b, [*Old()], max(Old()), 10 in Old())

# === In calls ===
def f(*args, **kwargs):
    return args, kwargs


print(f(*[1], 2, *"ab", x=1, **{"y": 2}), f(*(), **{}), f(*range(2), *{"k": 1}))
show("f(*5)", f=f)
show("f(**5)", f=f)
show("f(**{'a': 1}, **{'a': 2})", f=f)
show("f(a=1, **{'a': 2})", f=f)
show("f(**{1: 2})", f=f)
show("f(*None)", f=f)
show("f(**[1])", f=f)
