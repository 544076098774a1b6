# functools, one call each.
import functools as ft


def f(a, b=2, *, c=3):
    return a, b, c


p = ft.partial(f, 1)
q = ft.partial(p, c=9)

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: p())
show(lambda: p(5))
show(lambda: p(b=7))
show(lambda: p(1, 2))
show(lambda: q())
show(lambda: q(c=1))
show(lambda: (q.func is f, q.args, q.keywords))
show(lambda: ft.partial(f)())
show(lambda: ft.partial(5))
show(lambda: ft.reduce(lambda a, b: a + b, [1, 2, 3]))
show(lambda: ft.reduce(lambda a, b: a + b, [], 0))
show(lambda: ft.reduce(lambda a, b: a + b, []))
show(lambda: ft.reduce(max, [3, 9, 4]))
show(lambda: sorted([3, 1, 2], key=ft.cmp_to_key(lambda a, b: b - a)))
show(lambda: ft.cmp_to_key(lambda a, b: 0)(1) == ft.cmp_to_key(lambda a, b: 0)(2))
show(lambda: ft.lru_cache(lambda x: x * 2)(4))
show(lambda: ft.lru_cache(maxsize=1)(lambda x: x)(1))
show(lambda: ft.cache(len)("abc"))
show(lambda: ft.cache(lambda *a: a)([]))
show(lambda: ft.wraps(f)(lambda: 0).__name__)
show(lambda: ft.update_wrapper(lambda: 0, f).__wrapped__ is f)
show(lambda: ft.wraps(f, assigned=("__doc__",))(lambda: 0).__name__)
show(lambda: ft.singledispatch(lambda x: "default")(1))
show(lambda: ft.total_ordering(type("T", (), {})))
show(lambda: ft.partial(print, "a", sep="-")("b"))
show(lambda: ft.partial(int, base=2)("101"))
show(lambda: ft.partialmethod(f, 1) is not None)
show(lambda: list(map(ft.partial(pow, 2), [1, 2, 3])))
show(lambda: ft.reduce(lambda f, g: lambda x: g(f(x)), [str, len, lambda n: n * 2])(12345))
show(lambda: repr(ft.partial(int, "5", base=16)))
show(lambda: ft.cached_property(f).__doc__)
show(lambda: ft.cached_property(len).attrname)
show(lambda: ft.reduce(5, [1, 2]))
show(lambda: ft.wraps(5)(f).__name__)
show(lambda: ft.lru_cache(None)(lambda n: n if n < 2 else 0)(1))
show(lambda: ft.partial(f, x=1)())
