# Functions in one line each.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (f(1, c=3), f(1, 2, 3, 4, c=5), f(1, c=3, z=9), f(*[1, 2], **{"c": 3}), f(c=1, a=0)))
show(lambda: (f.__name__, f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__module__, f.__doc__, f.__qualname__))
show(lambda: ((lambda: 1)(), (lambda x: x * 2)(3), (lambda x, y=1: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3)))
show(lambda: ((lambda f: f(f))(lambda f: 5), (lambda: (yield))().__class__.__name__, [g(2) for g in (lambda x: x, lambda x: x * x)], sorted([3, 1], key=lambda x: -x)))
show(lambda: (f()))
show(lambda: (f(1)))
show(lambda: (f(1, 2)))
show(lambda: (f(1, c=2, a=3)))
show(lambda: ((lambda x: x)()))
show(lambda: ((lambda: 1)(1)))
show(lambda: ((lambda a, /: a)(a=1)))
show(lambda: ((lambda *, a: a)(1)))
show(lambda: ((lambda a: a)(b=1)))
show(lambda: (f.x))
show(lambda: (f()()))
show(lambda: (setattr(f, "x", 5), f.x, f.__dict__, delattr(f, "x"), hasattr(f, "x")))
show(lambda: (callable(f), f is f, f == f, hash(f) == hash(f), repr(f)[:11], type(f).__name__, isinstance(f, object), f.__class__.__name__, bool(f)))
show(lambda: ((lambda n: n if n < 2 else n * 2)(5), (lambda *a, **k: (len(a), sorted(k)))(1, 2, x=3), max((lambda: 1)(), 2), (lambda x=[]: (x.append(1), x))()))
show(lambda: ((lambda: undefined)()))
show(lambda: ((lambda: 1 / 0)()))
show(lambda: (f + 1))
show(lambda: (f[0]))
show(lambda: (len(f)))
show(lambda: (f < f))
