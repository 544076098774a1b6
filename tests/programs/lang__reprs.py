# What repr and print show.

# === Builtins ===
print([1, "a", None, True, 2.5, (1,), {"k": [b"x"]}, {1}, ..., 1j, -0.0, range(2), slice(1, 2)])
print(repr(print), repr(len), repr(int), repr(type(None)), repr(NotImplemented), repr(Exception), repr(ValueError("x", 1)))
print(str([]), str(()), str({}), str(set()), str(frozenset()), repr(KeyError("k")), str(KeyError("k")), str(ValueError("v")), repr(StopIteration()))

# === Functions and objects ===
def f():
    def g():
        pass
    return g
class A:
    class B:
        pass
    def m(self):
        pass
print(A, A.B, A.B.__qualname__, f.__qualname__, f().__qualname__, A.m.__qualname__, A.__module__)
print(repr(A())[:20], repr(f)[:13], repr(A().m)[:25])
print(type(f), type(A()), type(A), type((x for x in [])), type(iter([])), type({}.items()))

# === Recursion ===
items = [1]
items.append(items)
table = {"self": None}
table["self"] = table
print(items, table, [items, table])

# === str and repr of classes ===
class Both:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
class OnlyRepr:
    def __repr__(self):
        return "only repr"
print(Both(), [Both()], f"{Both()} {Both()!r}", str(OnlyRepr()), "%s %r" % (Both(), Both()), {Both(): Both()})
class Bad:
    def __repr__(self):
        return 5
try:
    repr(Bad())
except TypeError as error:
    print(error)
class Raises:
    def __repr__(self):
        raise ValueError("no repr")
try:
    print([1, Raises()])
except ValueError as error:
    print(error)

# === print ===
print(1, "a", None, sep="|", end="!\n")
print()
print("a", "b", sep="")
print(*range(3), sep="\n")
print("no newline", end="")
print("", flush=True)
import sys
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
try:
    print("x", sep=5)
except TypeError as error:
    print(error)
