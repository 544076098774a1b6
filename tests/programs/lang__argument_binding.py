# Binding of arguments: every kind of parameter and every complaint.

def show(f, /, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as error:
        print(error)


def everything(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest


# === All kinds ===
show(everything, 1, d=4)
show(everything, 1, 20, 30, 40, 50, d=4, e=6, f=7)
show(everything, 1, d=4, a=9, b=8)
show(everything)
show(everything, 1)
show(everything, d=4)
show(everything, 1, 2, 3, d=4, c=5)


def positional(a, b, /):
    return a, b


show(positional, 1)
show(positional, 1, b=2)
show(positional, a=1, b=2)
show(positional, 1, 2, 3)
show(positional, 1, 2, c=3)
show(positional, 1, 2, a=3)


def keywords(*, a, b=0):
    return a, b


show(keywords)
show(keywords, 1)
show(keywords, 1, a=2)
show(keywords, a=1, c=2)
show(keywords, a=1, aa=2)


def defaults(a, b=[], c={}):
    b.append(a)
    c[a] = len(c)
    return b, c


show(defaults, 1)
show(defaults, 2)
show(defaults)
show(defaults, 1, 2, 3, 4)
show(defaults, 1, a=2)


def nothing():
    return "nothing"


show(nothing, 1)
show(nothing, x=1)
show(nothing, 1, 2, x=1)


def four(a, b, c, d):
    return a + b + c + d


show(four)
show(four, 1, 2)
show(four, 1, 2, 3)
show(four, 1, 2, 3, 4, 5)
show(four, d=1)
show(four, 1, b=2, c=3, e=5)
show(lambda x, *y, z=0: (x, y, z), 1, 2, 3, z=4)


# === Methods ===
class C:
    def __init__(self, x, y=1):
        self.x = x

    def method(self, a):
        return a

    @classmethod
    def make(cls, n):
        return n

    @staticmethod
    def plain(n):
        return n

    def __call__(self, q):
        return q


show(C)
show(C, 1, 2, 3)
show(C(1).method)
show(C(1).method, 1, 2)
show(C.method, 1)
show(C.make)
show(C.make, 1, 2)
show(C.plain)
show(C(1).plain, 1, 2)
show(C(1))
show(C(1), 5)
show(C, z=1)
show(object, 1)
show(type("Empty", (), {}), 1)

# === Builtins ===
show(len)
show(len, [], [])
show(len, obj=[])
show(abs, x=1)
show(print, 1, sepp="")
show(sorted)
show(int, x="1")
show(enumerate)
show(zip, [1], strict=1, lax=2)
show(max)
show(isinstance, 1)
show(getattr, 1)
show(divmod, 1)
show(pow, 1)
show(iter)
show(next)
