# Where names live: module, function, class, comprehension, builtins.

x = "module"

# === Functions ===
def read():
    return x
def shadow():
    x = "local"
    return x, read()
def change():
    global x, fresh
    x = "changed"
    fresh = "made"
print(read(), shadow())
change()
print(x, fresh)

# === Classes ===
y = "module y"
class Scope:
    y = "class y"
    seen = y
    def method(self):
        return y, self.y
    nested = [y for _ in range(1)]
    def default(self, value=y):
        return value
print(Scope.seen, Scope().method(), Scope.nested, Scope().default())

class Late:
    print("the body runs", y)
    if True:
        kind = "decided"
    for i in range(3):
        pass
    del i
print(Late.kind, hasattr(Late, "i"))

# === Builtins can be hidden ===
def hidden():
    len = lambda s: "own len"
    return len("abc")
print(hidden(), len("abc"))
list_ = list
def shadowing():
    try:
        return max([1])
        max = None
    except UnboundLocalError as error:
        return str(error)
print(shadowing())

# === globals, locals, vars ===
def show():
    a = 1
    b = [2]
    return sorted(locals().items(), key=lambda pair: pair[0])
print(show(), "x" in globals(), globals()["y"], __name__)
globals()["injected"] = 5
print(injected)

# === del ===
z = 1
del z
try:
    z
except NameError as error:
    print(error)
def twice():
    a = 1
    del a
    try:
        del a
    except UnboundLocalError as error:
        return error
print(twice())

# === Loop variables and lambdas ===
functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])
print([(lambda n: n * i)(10) for i in range(3)])

# === Exec order ===
def f(a, b=x):
    return a, b
x = "later"
print(f(1))
def outer():
    def inner():
        return value
    value = 1
    first = inner()
    value = 2
    return first, inner()
print(outer())
