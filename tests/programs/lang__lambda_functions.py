# Lambdas and functions as values.
import functools

add = lambda a, b=10: a + b
print(add(1), add(1, 2), (lambda: "nothing")(), (lambda *a, **k: (a, k))(1, x=2), (lambda x: (lambda y: x + y))(3)(4), (lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))
print(sorted(["bb", "a"], key=lambda s: len(s)), list(map(lambda x: x * 2, [1, 2])), list(filter(lambda x: x > 1, [1, 2, 3])), functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), max([(1, "b"), (2, "a")], key=lambda p: p[1]))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max}
print([(name, f(5, 3)) for name, f in table.items()], add.__name__, add.__defaults__, (lambda: 0).__code__.co_argcount)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, lambda x: x - 10)(3), (lambda f: f(f))(lambda f: "self"), [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
factorial = (lambda f: lambda n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1))
print(factorial(5), (lambda x: x if x else "empty")(""), (lambda: (yield 5))().__next__(), (lambda x=(lambda: 1)(): x)())


def apply(f, *args, times=1):
    result = args
    for _ in range(times):
        result = (f(*result),)
    return result[0]


def make_counter():
    count = [0]
    return lambda: count.__setitem__(0, count[0] + 1) or count[0]


c = make_counter()
print(apply(lambda x: x * 2, 1, times=5), c(), c(), make_counter()())


def outer(x):
    def inner(y):
        return x + y

    inner.extra = "attribute"
    return inner


f = outer(5)
print(f(1), f.extra, f.__closure__[0].cell_contents, outer.__code__.co_varnames, callable(f), f is outer(5), {f: "key"}[f])
try:
    (lambda x: x)()
except TypeError as error:
    print(error)
try:
    add(1, 2, 3)
except TypeError as error:
    print(error)
try:
    (lambda: 1 / 0)()
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)
