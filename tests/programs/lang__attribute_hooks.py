# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, and module-level names.

class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name):
        print("getattr", name)
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        print("setattr", name, value)
        setattr(self._target, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        delattr(self._target, name)

    def __dir__(self):
        return ["z", "a"]


class Target:
    x = 1

    def method(self):
        return "method"


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


target = Target()
proxy = Proxy(target)
print(proxy.x, proxy.method())
proxy.y = 2
print(target.y, proxy.y)
del proxy.y
show(lambda: proxy.y)
show(lambda: target.__dict__)
print(dir(proxy), hasattr(proxy, "nope"), getattr(proxy, "nope", "default"))
show(lambda: len(proxy))


# === __getattribute__ sees all ===
class Watched:
    data = 5

    def __init__(self):
        self.own = 1

    def __getattribute__(self, name):
        if name.startswith("secret"):
            raise AttributeError(f"{name} is secret")
        if name == "counted":
            return "counted"
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"fallback {name}"

    def __len__(self):
        return 3


w = Watched()
print(w.own, w.data, w.counted, w.secret_x, w.other, len(w), w.__len__())


# === Errors keep their reason ===
class Careless:
    @property
    def value(self):
        return self.missng

    missing = 1


show(lambda: Careless().value)
show(lambda: Careless().vlaue)
show(lambda: None.foo)
show(lambda: (5).real.foo)
show(lambda: Target.nope)
show(lambda: target.method.nope)
show(lambda: setattr(None, "x", 1))
show(lambda: setattr(5, "x", 1))
show(lambda: setattr(target.method, "x", 1))
show(lambda: delattr(target, "x"))
show(lambda: delattr(target, "nope"))
show(lambda: getattr(target, 5))
show(lambda: setattr(target, 5, 1))
show(lambda: hasattr(target, 5))
show(lambda: getattr(target))
show(lambda: object().x)
show(lambda: setattr(object(), "x", 1))

# === Attributes of functions and classes ===


def function():
    pass


function.count = 1
function.count += 1
print(function.count, vars(function), function.__dict__ is vars(function))
Target.new = "new"
print(target.new, "new" in vars(Target), "new" in dir(target))
del Target.new
show(lambda: target.new)
setattr(target, "with space", 1)
print(getattr(target, "with space"), vars(target))
target.__dict__ = {"replaced": True}
print(target.replaced, vars(target))
show(lambda: setattr(target, "__dict__", 5))
