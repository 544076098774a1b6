# Mixins, abstract classes, and cooperative methods.
from abc import ABC, abstractmethod


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """How large."""

    @property
    @abstractmethod
    def sides(self): ...

    def describe(self):
        return f"{self.name}: {self.area():.2f}, {self.sides} sides"

    @classmethod
    @abstractmethod
    def unit(cls): ...


class Square(Shape):
    sides = 4

    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2

    @classmethod
    def unit(cls):
        return cls(1)


class Incomplete(Shape):
    def area(self):
        return super().area() or 0


print(Square(3).describe(), Square.unit().area(), Shape.__abstractmethods__ == {"area", "sides", "unit"}, sorted(Incomplete.__abstractmethods__))
for make in (lambda: Shape("x"), lambda: Incomplete("x"), lambda: ABC() and "ABC itself can be made"):
    try:
        print(make())
    except TypeError as error:
        print(error)


class Comparable:
    def __lt__(self, other):
        return self.key() < other.key()

    def __eq__(self, other):
        return self.key() == other.key()


class Loggable:
    log = []

    def note(self, text):
        self.log.append(f"{type(self).__name__}: {text}")
        return self


class JsonMixin:
    def to_dict(self):
        return {k: v for k, v in vars(self).items() if not k.startswith("_")}


class Person(Comparable, Loggable, JsonMixin):
    def __init__(self, name, age):
        self.name, self.age, self._secret = name, age, "hidden"

    def key(self):
        return self.age

    def __repr__(self):
        return self.name


people = [Person("ada", 36), Person("bob", 20)]
print(sorted(people), min(people), people[0] == people[1], people[0].note("hi").note("there").to_dict(), Loggable.log, [c.__name__ for c in Person.__mro__])


class Base:
    def process(self, items):
        return items + ["base"]


class Trim(Base):
    def process(self, items):
        return super().process([i.strip() for i in items])


class Upper(Base):
    def process(self, items):
        return [i.upper() for i in super().process(items)]


class Both(Trim, Upper):
    pass


class Other(Upper, Trim):
    pass


print(Both().process([" a "]), Other().process([" a "]), [c.__name__ for c in Both.__mro__])


class Duck:
    def speak(self):
        return "quack"


class Robot:
    speak = lambda self: "beep"


Shape.register(Robot) if hasattr(Shape, "register") else None
print([thing.speak() for thing in (Duck(), Robot())], isinstance(Robot(), Shape), issubclass(Robot, Shape), isinstance(Duck(), Shape))


class Sized2(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if any("measure" in c.__dict__ for c in other.__mro__) else NotImplemented


class Ruler:
    def measure(self):
        return 30


print(isinstance(Ruler(), Sized2), issubclass(int, Sized2), isinstance(5, Sized2))
