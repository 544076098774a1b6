# Properties in detail.

class Celsius:
    def __init__(self, degrees=0):
        self._degrees = degrees

    @property
    def degrees(self):
        "How warm."
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("reset")
        self._degrees = 0

    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32

    def _get(self):
        return "got"

    classic = property(_get, doc="classic doc")
    write_only = property(None, lambda self, value: print("written", value))


# === Use ===
c = Celsius()
c.degrees = 25
print(c.degrees, c.fahrenheit, c.classic, Celsius.degrees.__doc__, Celsius.classic.__doc__)
c.write_only = 5
del c.degrees
c.degrees += 10
print(c.degrees, c.__dict__)

# === Errors ===
def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: setattr(c, "degrees", -300))
show(lambda: setattr(c, "fahrenheit", 1))
show(lambda: delattr(c, "fahrenheit"))
show(lambda: c.write_only)
show(lambda: c.degree)
show(lambda: property(1).__get__(c))
show(lambda: Celsius.degrees.fget(c))
show(lambda: Celsius.degrees.fset)
show(lambda: type(Celsius.degrees))
show(lambda: property().__get__(c))


# === Inheritance ===
class Kelvin(Celsius):
    @property
    def degrees(self):
        return super().degrees + 273

    @Celsius.fahrenheit.getter
    def fahrenheit(self):
        return "hot"


k = Kelvin(10)
print(k.degrees, k.fahrenheit, k.classic)
show(lambda: setattr(k, "degrees", 5))


# === A property whose getter raises AttributeError falls to __getattr__ ===
class Odd:
    @property
    def value(self):
        return self.missing

    def __getattr__(self, name):
        print("getattr", name)
        raise AttributeError(f"nothing called {name}")


show(lambda: Odd().value)


class Cached:
    from functools import cached_property

    @cached_property
    def slow(self):
        print("working")
        return [1]


cached = Cached()
print(cached.slow is cached.slow, cached.__dict__)
del cached.slow
print(cached.slow)

# === Properties of classes ===


class Meta(type):
    @property
    def size(cls):
        return len(cls.__name__)


class Sized(metaclass=Meta):
    pass


print(Sized.size)
show(lambda: Sized().size)
show(lambda: setattr(Sized, "size", 3))
