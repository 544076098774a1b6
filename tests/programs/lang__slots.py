# __slots__.

class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Only these attributes ===
p = Point(1)
print(p.x, type(Point.x).__name__, Point.__slots__)
show(lambda: p.y)
show(lambda: setattr(p, "z", 1))
show(lambda: p.z)
show(lambda: p.__dict__)
show(lambda: vars(p))
show(lambda: delattr(p, "y"))
p.y = 2
del p.y
show(lambda: p.y)


# === Subclasses ===
class Sub(Point):
    pass


s = Sub(1, 2)
s.extra = "dict"
print(s.extra, s.y)


class More(Point):
    __slots__ = ["z"]


m = More(1, 2)
m.z = 3
print(m.x, m.y, m.z)
show(lambda: setattr(m, "w", 1))


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a, w.b = 1, 2
print(w.a, w.__dict__)


class One:
    __slots__ = "single"


o = One()
o.single = 1
print(o.single, One.__slots__)


class Documented:
    __slots__ = {"price": "in cents"}


Documented().price = 1


# === Private names, and refusals ===
class Private:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 5

    def get(self):
        return self.__hidden


print(Private().get(), [n for n in dir(Private) if "hidden" in n])
for source in ("class A: __slots__ = ('x',); x = 1", "class A: __slots__ = (1,)", "class A: __slots__ = ('1x',)", "class A(int): __slots__ = ('x',)",
               "class A: __slots__ = 5", "class A(Point, One): pass", "class A: __slots__ = ('__dict__', '__dict__')", "class A(tuple): __slots__ = ()"):
    show(lambda: exec(source, globals()))


class Empty:
    __slots__ = ()


show(lambda: setattr(Empty(), "a", 1))


class Strange(Exception):
    __slots__ = ("code",)


e = Strange("m")
e.code = 3
e.more = 4
print(e.args, e.code, e.more)
