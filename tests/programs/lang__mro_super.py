# The method resolution order, and super.

class Base:
    def who(self):
        return ["Base"]


class Left(Base):
    def who(self):
        return ["Left"] + super().who()


class Right(Base):
    def who(self):
        return ["Right"] + super().who()


class Bottom(Left, Right):
    def who(self):
        return ["Bottom"] + super().who()


# === The diamond ===
print(Bottom().who(), [c.__name__ for c in Bottom.__mro__], Bottom.mro() == list(Bottom.__mro__))
print(Bottom.__bases__, Base.__subclasses__(), Bottom.__base__, object.__base__)
for source in ("class X(Base, Left): pass", "class X(Left, Right, Base): pass\nprint(X.__mro__)", "class X(object, Base): pass",
               "class P(Left, Right): pass\nclass Q(Right, Left): pass\nclass R(P, Q): pass"):
    try:
        exec(source)
    except TypeError as error:
        print(error)

# === Forms of super ===


class Verbose(Bottom):
    def who(self):
        return super(Verbose, self).who(), super(Left, self).who(), super(Bottom, Verbose).who(self)

    @classmethod
    def make(cls):
        return super().__name__ if False else cls.__name__

    @staticmethod
    def lost():
        return super()

    def later(self):
        return [super().who() for _ in range(1)][0]

    def nested(self):
        def inner():
            return super(Verbose, self).who()

        return inner()


v = Verbose()
print(v.who(), v.make(), v.nested() == Bottom.who(v))
for call in (v.lost, lambda: super(), lambda: super(Base, 5), lambda: super(5, v), lambda: super(Base, v).nope, lambda: super(Verbose), lambda: super(Base, v).x, lambda: super(1)):
    try:
        print(str(call())[:20])
    except Exception as error:
        print(type(error).__name__, error)
print(v.later())
print(super(Verbose, v), super(Verbose, Verbose))


# === Attributes through super ===
class Holder(Base):
    value = "class value"

    @property
    def double(self):
        return 2


class Child(Holder):
    value = "child value"

    def show(self):
        return super().value, super().double, self.value

    def set(self):
        super().value = 5

    def __init__(self):
        print(super().__init__, super().__thisclass__.__name__, super().__self__ is self)


child = Child()
print(child.show())
try:
    child.set()
except AttributeError as error:
    print(error)


# === Cooperation ===
class Root:
    def __init__(self, **kwargs):
        if kwargs:
            raise TypeError(f"left over: {kwargs}")


class A(Root):
    def __init__(self, *, a, **kwargs):
        super().__init__(**kwargs)
        self.a = a


class B(Root):
    def __init__(self, *, b=0, **kwargs):
        super().__init__(**kwargs)
        self.b = b


class AB(A, B):
    pass


print(vars(AB(a=1, b=2)))
for kwargs in ({"b": 1}, {"a": 1, "c": 2}):
    try:
        AB(**kwargs)
    except TypeError as error:
        print(error)

# === Changing the bases ===


class First:
    def f(self):
        return 1


class Second:
    def f(self):
        return 2


class Moves(First):
    pass


moves = Moves()
print(moves.f())
Moves.__bases__ = (Second,)
print(moves.f(), Moves.__mro__)
moves.__class__ = First
print(moves.f(), type(moves))
for change in (lambda: setattr(Moves, '__bases__', ()), lambda: setattr(Moves, '__bases__', 5), lambda: setattr(First, '__bases__', (First,)), lambda: setattr(moves, "__class__", int), lambda: setattr(moves, "__class__", 5), lambda: setattr(int, "f", 5), lambda: delattr(First, "g")):
    try:
        change()
    except (TypeError, AttributeError) as error:
        print(error)
