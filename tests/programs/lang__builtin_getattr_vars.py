# getattr, hasattr, vars, dir, isinstance, issubclass, callable, id, hash.

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A:
    x = 1

    def __init__(self):
        self.y = 2


class B(A):
    pass


a = A()
print(getattr(a, "x"), getattr(a, "z", "default"), hasattr(a, "y"), vars(a), sorted(n for n in dir(a) if not n.startswith("_")), a.__dict__ is vars(a))
setattr(a, "new", 3)
delattr(a, "new")
for f in (lambda: getattr(a, "nope"), lambda: getattr(a, 5), lambda: vars(5), lambda: vars([]), lambda: delattr(a, "x"), lambda: delattr(5, "real"), lambda: hasattr(), lambda: dir(1, 2), lambda: getattr(5, "bit_length")()):
    show(f)

# === isinstance and issubclass ===
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), isinstance(B(), A), isinstance(None, type(None)), issubclass(B, A), issubclass(bool, int), issubclass(A, object), isinstance(A, type), isinstance(1, ()), isinstance(1, ((str,), (int,))), isinstance(3, object))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: isinstance(1, (5,)), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1), lambda: isinstance(1, [int]), lambda: issubclass(int, (int, 5)), lambda: issubclass(int, ("x",))):
    show(f)

# === callable, id, hash, repr, ascii, type ===
print(callable(a), callable(A), callable(len), callable(lambda: 0), id(a) == id(a), id(a) != id(A()), hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash(()) == hash(()), ascii("é\n"), repr("é"), type(1), type(type), type(a).__name__, type("T", (A,), {"z": 5})().z)
for f in (lambda: hash([]), lambda: hash({}), lambda: hash(([],)), lambda: hash(slice(1)) and "hashable", lambda: type(1, 2), lambda: type(), lambda: type("T", A, {}), lambda: type(5, (), {}), lambda: type("T", (), []), lambda: type("T", (5,), {}), lambda: repr(), lambda: id()):
    show(f)

# === globals and locals ===
value = "global"


def scope():
    local = 1
    inner = lambda: local
    return sorted(locals()), globals()["value"], "value" in globals()


print(scope(), "value" in locals(), locals() is globals())
globals()["made"] = "by hand"
print(made)
