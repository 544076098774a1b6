# When defaults are evaluated, what closures hold, and the names of functions.

# === Defaults are evaluated once ===
def log(message):
    print("evaluated", message)
    return message


def f(a=log("a"), *, b=log("b")):
    return a, b


print(f(), f("x"), f(b="y"))
print(f.__defaults__, f.__kwdefaults__)
f.__defaults__ = ("changed",)
f.__kwdefaults__["b"] = "too"
print(f())

# === Late binding ===
functions = [lambda: n for n in range(3)]
print([g() for g in functions])
functions = [lambda n=n: n for n in range(3)]
print([g() for g in functions])


def counter():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count

    def look():
        return count

    return up, look


up, look = counter()
up()
up(10)
print(look(), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
other, _ = counter()
print(other(), look())


# === Unbound ===
def early():
    print(value)
    value = 1


def deleted():
    x = 1
    del x
    return x


def in_closure():
    def inner():
        return late

    inner()
    late = 1


def loop():
    for n in []:
        pass
    return n


for broken in (early, deleted, in_closure, loop):
    try:
        broken()
    except NameError as error:
        print(type(error).__name__, error)
try:
    del never
except NameError as error:
    print(error)


def handler():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error


try:
    handler()
except UnboundLocalError as error:
    print(error)


# === Names and attributes of functions ===
def outer():
    def inner(x: int = 1) -> str:
        "What it does."

    return inner


g = outer()
print(g.__name__, g.__qualname__, g.__doc__, g.__annotations__, g.__module__, g.__dict__)
g.tag = 5
g.__name__ = "renamed"
print(g.tag, g.__dict__, g.__name__, (lambda: 0).__name__, (lambda: 0).__qualname__)
print(g.__code__.co_varnames, g.__code__.co_argcount, g.__code__.co_name, outer.__closure__)
for change in (lambda: setattr(g, "__name__", 5), lambda: setattr(g, "__defaults__", 5), lambda: setattr(g, "__code__", 5), lambda: g.missing, lambda: setattr(g, "__closure__", 1)):
    try:
        change()
    except (TypeError, AttributeError) as error:
        print(error)
