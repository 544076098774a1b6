# What may stand in a class body, and what classes know.

class Documented:
    """The docstring."""

    class_attribute = [1, 2]
    annotated: int
    with_value: str = "v"
    computed = len(class_attribute)
    if computed > 1:
        conditional = "yes"
    for loop_variable in range(3):
        pass
    try:
        1 / 0
    except ZeroDivisionError:
        handled = True
    with_lambda = lambda self: self.with_value
    squares = [n * n for n in range(3)]

    def method(self):
        """Method doc."""
        return self.class_attribute

    alias = method

    class Nested:
        value = 5

        class Deeper:
            pass

    __private = "hidden"

    def reveal(self):
        return self.__private, self._Documented__private

    print("the body runs once", __qualname__, __module__)


print(Documented.__doc__, Documented.__name__, Documented.__qualname__, Documented.__module__, Documented.__annotations__, Documented.__bases__, Documented.method.__doc__, Documented.Nested.Deeper.__qualname__)
d = Documented()
print(d.computed, d.conditional, d.loop_variable, d.handled, d.with_lambda(), d.squares, d.alias is not None, d.alias() is d.method(), d.Nested.value, d.reveal(), d._Documented__private)
for name in ("__private", "annotated"):
    try:
        getattr(d, name)
    except AttributeError as error:
        print(error)
print([n for n in Documented.__dict__ if not n.startswith("__")])

# === Instances and classes ===
d.class_attribute = "instance"
print(d.class_attribute, Documented.class_attribute, vars(d), d.__class__ is Documented, type(d).class_attribute)
del d.class_attribute
print(d.class_attribute)
Documented.added = lambda self, n: n * 2
print(d.added(4), Documented.added(d, 5))
try:
    Documented.added(5)
except TypeError as error:
    print(error)


class Empty: ...


e = Empty()
e.x = 1
print(e.x, Empty.__doc__, Empty.__dict__.keys() >= {"__module__", "__doc__"}, repr(Empty), Empty() == Empty(), Empty is Empty)


def factory(n):
    class Local:
        number = n

        def get(self):
            return n, self.number

    return Local


A, B = factory(1), factory(2)
print(A().get(), B().get(), A is B, A.__qualname__, isinstance(A(), B), A.__name__ == B.__name__)


class Mangled:
    def __init__(self):
        self.__x = 1
        self.__y__ = 2
        self._z = 3

    def __helper(self):
        return self.__x

    def use(self, other):
        return self.__helper() + other.__x


class Child(Mangled):
    def __init__(self):
        super().__init__()
        self.__x = 10


c = Child()
print(sorted(vars(c)), c.use(Mangled()), c._Child__x)
print(Empty.__subclasses__(), Mangled.__subclasses__(), Child.mro()[1].__name__, Child.__mro__[-1], issubclass(Child, Mangled))
