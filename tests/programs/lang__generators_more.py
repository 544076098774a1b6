# Generators: send, throw, close, return values, delegation.

def show(f):
    try:
        print(f())
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


def echo():
    received = None
    while True:
        try:
            received = yield f"got {received!r}"
        except ValueError as error:
            print("caught", error)
            received = "after error"


# === send and throw ===
e = echo()
show(lambda: e.send("too early"))
print(next(e), e.send(1), e.throw(ValueError("v")), next(e))
show(lambda: e.throw(KeyError("out")))
show(lambda: next(e))
show(lambda: e.send(1))
show(lambda: e.throw(TypeError("finished already")))
print(e.close())


# === close ===
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def polite():
    try:
        yield 1
    finally:
        print("closing")


def returns():
    try:
        yield 1
    except GeneratorExit:
        return "farewell"


s = stubborn()
next(s)
show(s.close)
p = polite()
next(p)
print(p.close(), p.close())
unstarted = polite()
print(unstarted.close())
r = returns()
next(r)
print(r.close())


# === Return values and yield from ===
def inner():
    got = yield 1
    print("inner got", got)
    return "inner result"


def outer():
    result = yield from inner()
    print("outer has", result)
    yield from [10, 20]
    return (yield)


o = outer()
print(next(o), o.send("hello"), next(o), next(o))
try:
    o.send("end")
except StopIteration as stop:
    print("value", stop.value)


def delegate_throw():
    try:
        yield from inner()
    except KeyError as error:
        yield f"handled {error}"


d = delegate_throw()
next(d)
print(d.throw(KeyError("k")))
show(lambda: list((lambda: (yield from 5))()))

# === States ===


def reenter():
    yield 1
    next(g)


g = reenter()
next(g)
show(lambda: next(g))


def stops():
    yield 1
    raise StopIteration("hidden")


st = stops()
next(st)
show(lambda: next(st))


def nothing():
    return
    yield


print(list(nothing()), next(nothing(), "default"), nothing().__name__, nothing().gi_running, nothing().gi_frame is not None)
show(lambda: nothing().nope)
show(lambda: nothing()[0])
show(lambda: len(nothing()))

# === Expressions ===
squares = (n * n for n in range(4))
print(next(squares), list(squares), list(squares), sum(n for n in range(5)), max((len(w), w) for w in ["a", "bcd"]))
xs = [1, 2]
lazy = (x for x in xs)
xs.append(3)
print(list(lazy))
show(lambda: (1 / 0 for _ in range(3)) and "not yet")
show(lambda: next(1 / n for n in range(3)))
show(lambda: (x for x in 5))
print([*(i for i in range(3))], dict((k, v) for k, v in zip("ab", range(2))), tuple(i for i in "ab"), "".join(c for c in "abc" if c != "b"))
