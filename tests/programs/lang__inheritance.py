# Inheritance: super, the method resolution order, isinstance, abstract ideas.

# === super ===
class Animal:
    def __init__(self, name):
        self.name = name
    def describe(self):
        return f"{self.name} is {self.kind()}"
    def kind(self):
        return "an animal"

class Cat(Animal):
    def __init__(self, name, lives=9):
        super().__init__(name)
        self.lives = lives
    def kind(self):
        return "a cat, which is " + super().kind()

tom = Cat("Tom")
print(tom.describe(), tom.lives)
print(isinstance(tom, Animal), issubclass(Cat, Animal), isinstance(tom, (int, Cat)), issubclass(Animal, Cat))
print(Cat.__bases__ == (Animal,), Cat.__mro__[-1] is object)

# === The diamond ===
class A:
    def go(self):
        return ["A"]
class B(A):
    def go(self):
        return ["B"] + super().go()
class C(A):
    def go(self):
        return ["C"] + super().go()
class D(B, C):
    def go(self):
        return ["D"] + super().go()

print(D().go(), [k.__name__ for k in D.__mro__])

# === No order ===
try:
    class E(A, B):
        pass
except TypeError as error:
    print(error)

# === Subclasses of builtins ===
class Stack(list):
    def push(self, x):
        self.append(x)
    def peek(self):
        return self[-1]

s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), isinstance(s, list))

class Counts(dict):
    def __missing__(self, key):
        return 0

counts = Counts()
for letter in "banana":
    counts[letter] += 1
print(counts, counts["z"])

class Problem(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code

try:
    raise Problem(404, "not found")
except Problem as problem:
    print(problem, problem.code, problem.args, repr(problem))

# === Class attributes are found through the classes ===
class Base:
    registry = []
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        Base.registry.append((cls.__name__, kwargs))
class One(Base):
    pass
class Two(Base, level=2):
    pass
print(Base.registry)

# === Private names ===
class Hidden:
    def __init__(self):
        self.__value = 1
    def value(self):
        return self.__value
print(Hidden().value(), list(Hidden().__dict__))
