# lru_cache, cache, cached_property, singledispatch, reduce, wraps.
import functools


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === lru_cache ===
@functools.lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


print(square(1), square(1), square(2), square(3), square(1))
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5))


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@functools.lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())


@functools.lru_cache
def fails(n):
    print("trying", n)
    raise ValueError(n)


for _ in range(2):
    show(lambda: fails(1))
show(lambda: square([]))
show(lambda: functools.lru_cache("x"))
print(functools.lru_cache(maxsize=0)(len)("abc"), functools.lru_cache(maxsize=-5)(len).cache_parameters())


class C:
    def __init__(self):
        self.calls = 0

    @functools.lru_cache
    def method(self, n):
        self.calls += 1
        return n

    @functools.cached_property
    def heavy(self):
        self.calls += 1
        return [self.calls]


c = C()
print(c.method(1), c.method(1), c.calls, c.heavy, c.heavy is c.heavy, c.calls)


# === singledispatch ===
@functools.singledispatch
def describe(thing):
    return f"something: {thing!r}"


@describe.register
def _(thing: int):
    return f"int {thing}"


@describe.register(list)
@describe.register(tuple)
def _(thing):
    return f"{type(thing).__name__} of {len(thing)}"


@describe.register
def _(thing: str | bytes):
    return f"text {thing!r}"


print(describe(1), describe(True), describe([1]), describe((1, 2)), describe("s"), describe(b"b"), describe(None), describe(1.5))
print(describe.dispatch(bool) is describe.dispatch(int), int in describe.registry)
show(lambda: describe())
show(lambda: describe.register(5))


class Shape:
    @functools.singledispatchmethod
    def scale(self, by):
        raise NotImplementedError(f"cannot scale by {type(by).__name__}")

    @scale.register
    def _(self, by: int):
        return f"times {by}"


print(Shape().scale(2))
show(lambda: Shape().scale("x"))

# === reduce, partial, wraps, total_ordering, cmp_to_key ===
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [3, 9, 2], 5), functools.reduce(lambda a, b: a + b, [], "empty"))
show(lambda: functools.reduce(lambda a, b: a, []))
show(lambda: functools.reduce(5, [1, 2]))
show(lambda: functools.reduce(lambda a: a, [1, 2]))


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args):
        "wrapper's doc"
        return function(*args)

    return wrapper


@decorate
def documented(x: int) -> int:
    "The doc."
    return x


print(documented.__name__, documented.__doc__, documented.__annotations__, documented.__wrapped__(3))
print(sorted(["bb", "a", "ccc"], key=functools.cmp_to_key(lambda a, b: len(b) - len(a))))
