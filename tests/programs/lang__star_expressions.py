# Stars: in calls, displays, assignments, parameters, returns, subscripts.

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def f(*args, **kwargs):
    return args, kwargs


a, d = [1, 2], {"x": 1}
print(f(*a), f(*a, *a), f(**d), f(*a, 3, **d, y=2), f(*"ab", *range(2)), f(**{"k": 1}, **{"l": 2}), f(*a, z=1, *a), f(*(), **{}))
print([*a, *a], (*a,), {*a}, {**d, "y": 2}, {**d, **{"x": 5}}, [*{"k": 1}], [*"ab", *()], {"a": 1, **{}})
first, *rest = "abc"
*init, last = [1, 2, 3]
head, *middle, tail = range(5)
print(first, rest, init, last, head, middle, tail)
for x, *ys in [(1, 2, 3), "ab"]:
    print(x, ys)
(p, *q), r = [1, 2], 3
[s, *t] = {1: 1, 2: 2}
print(p, q, r, s, t)


def returns():
    return 1, *a


def yields():
    yield *a, 9


class Sub:
    def __getitem__(self, key):
        return key


print(returns(), list(yields()), Sub()[*a], Sub()[*a, 5], Sub()[1:2, *a])
for x in *a, *"z":
    print(x, end=" ")
print()


def keyword_only(a, *, b, c=3):
    return a, b, c


def after_args(*args, sep="-"):
    return sep.join(map(str, args))


def everything(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest


print(keyword_only(1, b=2), after_args(1, 2, sep="+"), everything(1, d=4), everything(1, 2, 3, 4, 5, d=6, f=7, a=8))
for call in (lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(x=1, **{"x": 2}), lambda: keyword_only(1, 2), lambda: keyword_only(1), lambda: everything(d=1), lambda: [*5], lambda: {**[1]}, lambda: f(*None), lambda: f(**{"a": 1}, **{"a": 2}), lambda: {*[[]]}):
    show(call)
for source in ("*a = 1", "*a, *b = 1", "print(*)", "f(**)", "x = *a", "del *a", "*a", "f(a=1, 2)", "f(**d, *a)", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(a=1, b): pass", "def f(a, a): pass", "lambda *: 1", "[*a for a in b]", "{**a for a in b}", "f(x for x in a, 1)"):
    try:
        compile(source, "s", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(error.msg)
