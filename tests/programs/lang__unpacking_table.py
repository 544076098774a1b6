# Unpacking in calls and displays, one each.
def f(*a, **k):
    return a, k


def g(a, b=2, *c, d=4, **e):
    return a, b, c, d, e


l, d = [1, 2], {'x': 1}

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (f(*l), f(*l, 3), f(0, *l), f(*l, *l), f(**d), f(*l, **d)))
show(lambda: (f(*"ab"), f(*range(2)), f(*{1: 2}), f(*(i for i in l))))
show(lambda: (g(*l), g(*l, 3, 4), g(1, d=5), g(*[1], **{"b": 9}), g(1, 2, 3, z=6)))
show(lambda: ([*l, 3], [*l, *l], (*l,), {*l, 3}, {**d, "y": 2}, {**d, **{"x": 9}}))
show(lambda: ([*"ab", *range(2)], [*d], [*d.items()], {**{}, **{}}))
show(lambda: (f(*5)))
show(lambda: (f(**5)))
show(lambda: (f(**{1: 2})))
show(lambda: (f(x=1, **{"x": 2})))
show(lambda: (f(*None)))
show(lambda: (g()))
show(lambda: (g(b=1)))
show(lambda: (g(1, 2, b=3)))
show(lambda: ([*5]))
show(lambda: ({**5}))
show(lambda: ({**[("a", 1)]}))
show(lambda: ({*[[]]}))
show(lambda: (f(*[], **{}), f(*(), *[]), f(**{}, **d)))
show(lambda: (g(*l, **d), g(**{"a": 1, "d": 2}), g(*l, d=0, **d)))
show(lambda: (max(*l), max(*l, *[9]), sum([*l, *l]), print(*l, sep="-")))
show(lambda: (dict(**d, y=2), dict([*d.items()], z=3), list((*l, *l)), "-".join([*"abc"])))
show(lambda: ((lambda *a, k=0: (a, k))(*l, k=5), (lambda a, *, b: (a, b))(1, b=2)))
show(lambda: ((lambda a, *, b: (a, b))(1, 2)))
show(lambda: ((lambda a, /: a)(a=1)))
show(lambda: ((lambda a, /, **k: (a, k))(1, a=2)))
