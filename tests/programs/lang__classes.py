# Classes: attributes, methods, properties, class and static methods, special methods.

# === A class ===
class Dog:
    """A dog."""
    legs = 4

    def __init__(self, name):
        self.name = name

    def speak(self, times=1):
        return " ".join([f"{self.name}: woof"] * times)

    def __repr__(self):
        return f"Dog({self.name!r})"

rex = Dog("Rex")
print(rex, rex.legs, rex.speak(2), Dog.__doc__)
print(Dog.speak(rex), Dog.__name__, type(rex) is Dog)
rex.legs = 3
print(rex.legs, Dog.legs, rex.__dict__)
speak = rex.speak
print(speak())

# === Class methods, static methods, properties ===
class Celsius:
    made = 0

    def __init__(self, degrees):
        self.degrees = degrees
        Celsius.made += 1

    @classmethod
    def from_fahrenheit(cls, f):
        return cls((f - 32) * 5 / 9)

    @staticmethod
    def freezing():
        return 0

    @property
    def kelvin(self):
        return self.degrees + 273.15

    @kelvin.setter
    def kelvin(self, value):
        self.degrees = value - 273.15

    @kelvin.deleter
    def kelvin(self):
        print("cannot go below zero")

c = Celsius.from_fahrenheit(212)
print(c.degrees, c.kelvin, Celsius.freezing(), Celsius.made)
c.kelvin = 273.15
print(c.degrees)
del c.kelvin

# === Special methods ===
class Vector:
    def __init__(self, *parts):
        self.parts = parts
    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.parts, other.parts)])
    def __mul__(self, k):
        return Vector(*[a * k for a in self.parts])
    __rmul__ = __mul__
    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts
    def __hash__(self):
        return hash(self.parts)
    def __len__(self):
        return len(self.parts)
    def __getitem__(self, i):
        return self.parts[i]
    def __contains__(self, x):
        return x in self.parts
    def __bool__(self):
        return any(self.parts)
    def __neg__(self):
        return self * -1
    def __call__(self, i):
        return self.parts[i] ** 2
    def __repr__(self):
        return "Vector" + repr(self.parts)

v = Vector(1, 2, 3)
print(v + v, v * 2, 3 * v, -v, v == Vector(1, 2, 3), v != Vector(1), len(v), v[0], v[-1], v[0:2])
print(2 in v, 9 in v, bool(Vector(0)), v(2), {v: "found"}[Vector(1, 2, 3)], list(v))

# === Attributes by hand ===
class Lazy:
    def __getattr__(self, name):
        if name.startswith("get_"):
            return name[4:].upper()
        raise AttributeError(name)

lazy = Lazy()
print(lazy.get_up, getattr(lazy, "other", "default"), hasattr(lazy, "nope"))
setattr(lazy, "size", 7)
print(lazy.size, "size" in vars(lazy))
delattr(lazy, "size")
print(hasattr(lazy, "size"))
