# functools: dispatch by type, partial methods, cached properties, caches in detail.
import functools
from collections.abc import Iterable, Mapping, Sequence
from functools import (cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod,
                       total_ordering, update_wrapper, wraps)


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === singledispatch ===
@singledispatch
def describe(value, loud=False):
    """Say what it is."""
    return "something"


@describe.register
def _(value: int, loud=False):
    return f"int {value}{'!' if loud else ''}"


@describe.register
def _(value: list | tuple, loud=False):
    return f"{len(value)} items"


@describe.register(str)
def describe_text(value, loud=False):
    return f"text {value}"


@describe.register
def _(value: Mapping, loud=False):
    return f"mapping with {sorted(value)}"


describe.register(type(None), lambda value, loud=False: "nothing")
for value in (1, True, [1, 2], (1,), "a", {"k": 1}, None, 2.5, {1}):
    print(describe(value), end="; ")
print(describe(3, loud=True), describe.__name__, describe.__doc__)
print(describe.dispatch(bool)(True), describe.dispatch(str) is describe_text, describe_text("direct"), len(describe.registry), describe.registry[object](0))
show(describe)
show(describe.register, 3)
show(describe.register, lambda x: x)


def unclassed(x: "Unknown[int]"):
    pass


@singledispatch
def walk(value):
    return "leaf"


@walk.register(Iterable)
def _(value):
    return "iterable"


@walk.register(Sequence)
def _(value):
    return "sequence"


print(walk([1]), walk({1}), walk(3), walk("a"), walk(iter([])))


class Formatter:
    @singledispatchmethod
    def show(self, value):
        return f"object {value}"

    @show.register
    def _(self, value: int):
        return f"{self.__class__.__name__} int {value}"

    @show.register(list)
    def _(self, value):
        return [self.show(item) for item in value]

    @singledispatchmethod
    @classmethod
    def make(cls, value):
        return (cls.__name__, value)

    @make.register
    @classmethod
    def _(cls, value: str):
        return (cls.__name__, "text", value)


f = Formatter()
print(f.show(1), f.show("x"), f.show([1, "y"]), Formatter.make(3), f.make("s"))
show(f.show)


# === partial and partialmethod ===
def power(base, exponent=2, *, negative=False):
    return -(base**exponent) if negative else base**exponent


cube = partial(power, exponent=3)
print(cube(2), cube(2, negative=True), partial(cube, negative=True)(3), cube.keywords, cube(2, exponent=4), partial(print, "a", sep="-").args)
print(partial(int, base=2)("101"), repr(partial(int, "5", base=8)), callable(cube), isinstance(partial(cube), partial))
show(partial)
show(partial, 3)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, mark=""):
        self.alive = state
        return mark

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, mark="x")
    sized = partialmethod(max, 3)

    @classmethod
    def named(cls, *args):
        return cls.__name__, args

    one = partialmethod(named, 1)


cell = Cell()
print(cell.set_alive(), cell.alive, cell.set_dead(), cell.alive, cell.set_alive("m"), Cell.one(2), cell.one())
show(partialmethod, 3)

# === cached_property ===
class Data:
    def __init__(self, values):
        self.values = values

    @cached_property
    def total(self):
        """The sum."""
        print("summing")
        return sum(self.values)


d = Data([1, 2])
print(d.total, d.total, "total" in d.__dict__)
d.values.append(10)
del d.total
print(d.total, Data.total.__doc__, type(Data.total).__name__)
d.total = 0
print(d.total)


class Slotted:
    __slots__ = ()

    @cached_property
    def nope(self):
        return 1


show(lambda: Slotted().nope)

# === Caches ===
calls = []


@lru_cache(maxsize=3, typed=True)
def slow(n, scale=1):
    calls.append((n, scale))
    return n * scale


print([slow(n) for n in (1, 2, 3, 1, 4, 2)], slow.cache_info(), calls)
print(slow(1.0), slow(1, scale=2), slow(scale=2, n=1), slow.cache_info(), slow.cache_parameters())
print(slow.cache_info().hits, slow.cache_info()._asdict())
slow.cache_clear()
print(slow.cache_info(), slow.__wrapped__(9), slow.__name__)
show(slow, [1])
show(lru_cache, "x")


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=0)
def never(n):
    return n


@cache
def failing(n):
    print("trying")
    raise ValueError(n)


print(fib(80), fib.cache_info(), never(1), never(1), never.cache_info(), fib.cache_parameters())
show(failing, 1)
show(failing, 1)
print(failing.cache_info())


class Shop:
    def __init__(self, name):
        self.name = name

    @cache
    def price(self, item):
        print("asking", self.name)
        return len(item)

    @staticmethod
    @cache
    def tax(n):
        return n // 5


a, b = Shop("a"), Shop("b")
print(a.price("egg"), a.price("egg"), b.price("egg"), Shop.tax(10), a.tax(10), Shop.price.cache_info(), Shop.tax.cache_info())


# === Comparing ===
@total_ordering
class Money:
    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        return self.amount == other.amount if isinstance(other, Money) else NotImplemented

    def __gt__(self, other):
        return self.amount > other.amount if isinstance(other, Money) else NotImplemented


print(Money(1) < Money(2), Money(1) <= Money(1), Money(2) >= Money(3), max(Money(1), Money(5)).amount, [m.amount for m in sorted([Money(3), Money(1)])])
show(lambda: Money(1) < 3)
show(total_ordering, type("Nothing", (), {}))
words = ["banana", "fig", "apple", "kiwi"]
by_length = cmp_to_key(lambda a, b: len(a) - len(b) or (a > b) - (a < b))
print(sorted(words, key=by_length), max(words, key=by_length), by_length("a") < by_length("bb"), by_length("a") == by_length("b"))

# === reduce and wraps ===
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda acc, w: acc | {w: len(w)}, words, {}), reduce(max, [3, 9, 2]), reduce(max, [], "none"))
show(reduce, max, [])
show(reduce, max, 3)


def log(prefix):
    def decorate(func):
        @wraps(func)
        def inner(*args, **kwargs):
            print(prefix, func.__name__, args)
            return func(*args, **kwargs)

        inner.calls = 1
        return inner

    return decorate


@log(">>")
def hello(name: str = "x") -> str:
    """Greet."""
    return f"hi {name}"


hello.extra = 5
print(hello("you"), hello.__name__, hello.__doc__, hello.__annotations__, hello.__wrapped__.__name__, hello.calls, hello.__qualname__, functools.WRAPPER_ASSIGNMENTS[:2])
