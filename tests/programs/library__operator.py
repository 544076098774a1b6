# operator: functions for operators; fetchers of items, attributes and methods.
import operator
from operator import attrgetter, itemgetter, methodcaller


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Arithmetic and comparison ===
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor",
             "lt", "le", "eq", "ne", "ge", "gt", "is_", "is_not"):
    print(name, getattr(operator, name)(7, 3), end="; ")
print()
for name in ("neg", "pos", "abs", "inv", "invert", "not_", "truth", "index"):
    print(name, getattr(operator, name)(5), end="; ")
print()
show(operator.add, 1, "a")
show(operator.truediv, 1, 0)
show(operator.lt, 1, "a")
show(operator.index, 2.5)
print(operator.__add__(1, 2), operator.__lt__(1, 2), operator.__not__(1))


class Matrix:
    def __matmul__(self, other):
        return "matrix product"


print(operator.matmul(Matrix(), Matrix()), operator.imatmul(Matrix(), 1))

# === Sequences and containers ===
data = ["a", "b", "c", "b"]
print(operator.contains(data, "b"), operator.countOf(data, "b"), operator.indexOf(data, "c"), operator.getitem(data, -1))
operator.setitem(data, 0, "z")
operator.delitem(data, 1)
print(data, operator.concat([1], [2]), operator.getitem(data, slice(0, 2)))
show(operator.indexOf, data, "nothing")
show(operator.concat, 1, 2)
print(operator.length_hint([1, 2, 3]), operator.length_hint(iter([1, 2, 3]), 5) in (3, 5), operator.length_hint(object(), 7))
show(operator.length_hint, object(), "x")

# === In place ===
total = [1]
same = operator.iadd(total, [2])
print(total, same is total, operator.iadd(1, 2), operator.imul([0], 3), operator.isub(5, 2), operator.ior({1}, {2}), operator.iconcat([1], [2]))
print(operator.ipow(2, 5), operator.itruediv(1, 4), operator.ifloordiv(9, 2), operator.imod(9, 4), operator.iand(6, 3), operator.ixor(6, 3), operator.ilshift(1, 4), operator.irshift(16, 2))

# === itemgetter ===
people = [("Ann", 31), ("Bob", 25), ("Cid", 31)]
print(sorted(people, key=itemgetter(1)), sorted(people, key=itemgetter(1, 0), reverse=True))
print(itemgetter(0, 2, -1)("abcd"), itemgetter(slice(1, None))("abcd"), itemgetter("k")({"k": 1}), itemgetter(1), itemgetter("a", 2))
show(itemgetter(5), [1])
show(itemgetter("x"), {})
show(itemgetter)


# === attrgetter ===
class Address:
    city = "Bonn"


class Person:
    def __init__(self, name):
        self.name = name
        self.address = Address()

    def greet(self, other, mark="."):
        return f"{self.name} greets {other}{mark}"


ann = Person("Ann")
print(attrgetter("name")(ann), attrgetter("name", "address.city")(ann), attrgetter("address.city")(ann), attrgetter("a.b", "c"))
show(attrgetter("nope"), ann)
show(attrgetter, 3)

# === methodcaller and call ===
print(methodcaller("greet", "Bob", mark="!")(ann), methodcaller("upper")("abc"), methodcaller("split", ",", maxsplit=1), operator.call(max, 3, 9))
show(methodcaller("nope"), "abc")
show(methodcaller, 3)
print(list(map(operator.mul, [1, 2, 3], [4, 5, 6])), sum(map(operator.mul, [1, 2, 3], [4, 5, 6])))
