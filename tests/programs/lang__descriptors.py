# Descriptors: data and non-data, names, slots, methods, properties.

class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        print("delete", self.name)
        delattr(instance, self.name)


class Point:
    x = Typed(int, 0)
    y = Typed(int)

    def __init__(self, x):
        self.x = x


# === Data descriptors win over the instance ===
p = Point(3)
print(p.x, p.y, p.__dict__, isinstance(Point.x, Typed))
for value in (5, "five"):
    try:
        p.x = value
    except TypeError as error:
        print(error)
p.__dict__["x"] = "hidden"
print(p.x, p.__dict__)
del p.x
print(p.x)
try:
    del p.y
except AttributeError as error:
    print(error)


# === Non-data descriptors lose ===
class Once:
    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner):
        if instance is None:
            return f"unbound {self.name} of {owner.__name__}"
        print("computing")
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @Once
    def area(self):
        return self.r**2 * 3


c = Circle(2)
print(c.area, c.area, Circle.area)
c.__dict__["area"] = "other"
print(c.area)


# === A descriptor without __get__, and one that is looked up on an instance ===
class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["stored"] = value * 2


class Holder:
    field = OnlySet()

    def __init__(self):
        self.inside = Typed(int)


h = Holder()
h.field = 4
print(h.stored, isinstance(h.field, OnlySet), isinstance(h.inside, Typed))


# === Functions are descriptors ===
def free(self, n):
    return (self, n)


bound = free.__get__("me")
print(bound(1), bound.__self__, bound.__func__ is free, type(bound).__name__)
print(str.upper.__get__("abc")(), classmethod(free).__get__(None, int)(2), staticmethod(free).__get__(1)(2, 3))
Circle.plain = free
Circle.static = staticmethod(free)
Circle.of_class = classmethod(free)
print(c.plain(1) == (c, 1), c.static(1, 2), c.of_class(3)[0] is Circle, Circle.plain is free)
c.own = free
try:
    c.own(1)
except TypeError as error:
    print(error)

# === Errors in descriptors ===


class Broken:
    def __get__(self, instance, owner):
        raise AttributeError("broken get")


class Falls:
    b = Broken()

    def __getattr__(self, name):
        return f"fallback for {name}"


print(Falls().b, getattr(Falls(), "zzz"))
try:
    Falls.b
except AttributeError as error:
    print(error)


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError("no names here")


try:
    class Uses:
        attribute = BadName()
except ValueError as error:
    print(error, error.__notes__)
