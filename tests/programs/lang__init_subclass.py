# __init_subclass__, __set_name__, __class_getitem__: hooks of class creation.

class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        print("new subclass", cls.__name__, key)
        Plugin.registry[key or cls.__name__.lower()] = cls


class Json(Plugin, key="json"):
    pass


class Yaml(Plugin):
    pass


class Deeper(Yaml, key="deep"):
    pass


# === Registered ===
print(Plugin.registry)
try:
    class Wrong(Plugin, colour="red"):
        pass
except TypeError as error:
    print(error)
try:
    class Plain(x=1):
        pass
except TypeError as error:
    print(error)
Made = type("Made", (Plugin,), {}, key="made")
print(Plugin.registry["made"] is Made)


# === The order of hooks ===
class Hook:
    def __init__(self, n):
        self.n = n

    def __set_name__(self, owner, name):
        print("set_name", name, self.n, owner.__name__)


class Parent:
    def __init_subclass__(cls):
        print("init_subclass", cls.__name__, cls.b.n)


class Child(Parent):
    a = Hook(1)
    b = Hook(2)
    print("body")


Child.c = Hook(3)


# === __class_getitem__ ===
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item}"

    def __getitem__(self, item):
        return f"instance item {item}"


class Crate(Box):
    pass


print(Box[int], Crate["x"], Box()[1], Box[1, 2])
try:
    Parent[int]
except TypeError as error:
    print(error)
print(list[int], dict[str, int], tuple[int, ...], type(list[int]), list[int]() == [], list[int].__origin__, list[int].__args__)
try:
    int[str]
except TypeError as error:
    print(error)

# === Class bodies ===


class Body:
    x = 1
    y = [n for n in range(x)]
    z = (lambda: 5)()
    try:
        w = [x + i for i in range(2)]
    except NameError as error:
        w = str(error)
    for i in range(3):
        pass
    del x
    if z:
        def conditional(self):
            return "defined"


print(Body.y, Body.z, Body.w, Body.i, hasattr(Body, "x"), Body().conditional(), Body.__qualname__, Body.__module__, Body.__doc__)
x = "global"


class Scope:
    print(x)
    x = "class"
    print(x)

    def method(self):
        return x


print(Scope().method())


def function():
    class Local:
        def here(self):
            return __class__, __class__.__qualname__

    return Local


print(function()().here())
