# functools: partial, caches, reduce, wraps, ordering, dispatch.
import functools


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


# === partial ===
double = functools.partial(pow, 2)
print(double(3), double.args, double.keywords, double.func is pow)
nested = functools.partial(double, 5, mod=7)
print(nested(), nested.args, nested.keywords)
show(functools.partial, 1)

# === lru_cache ===


@functools.lru_cache(maxsize=2)
def square(number):
    """Square it."""
    print("computing", number)
    return number * number


print([square(number) for number in (1, 2, 1, 3, 2)], square.cache_info())
print(square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@functools.cache
def fibonacci(number):
    return number if number < 2 else fibonacci(number - 1) + fibonacci(number - 2)


print(fibonacci(60), fibonacci.cache_info())

# === In a class ===


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def area(self):
        print("computing the area")
        return 3 * self.radius**2

    @functools.lru_cache
    def scaled(self, factor):
        return self.radius * factor


circle = Circle(2)
print(circle.area, circle.area, circle.__dict__)
print(circle.scaled(3), circle.scaled(3), Circle.scaled.cache_info())

# === reduce ===
print(functools.reduce(lambda total, item: total * item, [1, 2, 3, 4]), functools.reduce(max, [], 0))
show(functools.reduce, max, [])

# === wraps ===


def loud(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return wrapper


@loud
def add(a, b):
    """Add two numbers."""
    return a + b


print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(3, 4))

# === total_ordering ===


@functools.total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


one, two = Version(1), Version(2)
print(one < two, one <= two, one > two, one >= two, one <= Version(1), one >= Version(1))

# === cmp_to_key ===
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))

# === singledispatch ===


@functools.singledispatch
def describe(thing):
    return "something"


@describe.register(int)
def _(thing):
    return "an integer"


print(describe(1), describe("a"), describe(True))
