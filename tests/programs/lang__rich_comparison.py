# Comparison: chains, reflection, total_ordering, hashes, containment.
from functools import total_ordering


class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === With two methods ===
a, b = Version(1, 2), Version(1, 10)
print(a < b, b > a, a == Version(1, 2), a != b, a == "1.2", sorted([b, a]), max(a, b), min([b, a]))
show(lambda: a <= b)
show(lambda: a < 5)
show(lambda: a >= 5)
show(lambda: hash(a))
show(lambda: {a})
Complete = total_ordering(Version)
print(a <= b, b >= a, a >= a)


# === Chains evaluate once ===
def value(n):
    print("value", n)
    return n


print(value(1) < value(2) < value(3), value(3) < value(2) < value(1), 1 < 2 > 1 != 5 in [5] is not None)
print(1 == 1.0 == True, 1 < 2 == True, (1 < 2) == True, not 1 == 2, 3 > 2 > 1 > 0)


# === Anything may come back ===
class Query:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return Query(f"({self} = {other})")

    def __gt__(self, other):
        return Query(f"({self} > {other})")

    def __bool__(self):
        print("asked for truth")
        return True

    def __str__(self):
        return self.text


q = Query("age")
print(q > 3, q == "x", 3 < q)
print(1 < 2 < q)
print([q] == [5], q in [1], [1].count(q))


# === Truth that fails ===
class NoTruth:
    def __eq__(self, other):
        return self

    def __bool__(self):
        raise ValueError("ambiguous")


show(lambda: [NoTruth()] == [1])
show(lambda: NoTruth() in [1])
show(lambda: not NoTruth())


class BadBool:
    def __bool__(self):
        return "yes"


class BadLen:
    def __len__(self):
        return -1


class FloatLen:
    def __len__(self):
        return 1.5


show(lambda: bool(BadBool()))
show(lambda: bool(BadLen()))
show(lambda: len(FloatLen()))
show(lambda: len(5))

# === Identity first ===


class Never:
    def __eq__(self, other):
        return False

    def __hash__(self):
        return 1


never = Never()
print(never == never, never in [never], [never] == [never], [never].index(never), {never: 1}[never], (never,) == (never,))
print(float("nan") in [float("inf")], None == None, None is None, () == (), [] < [1], "a" < "b" < "c", (1, 2) < (1, 2, 0))
show(lambda: None < None)
show(lambda: {} < {})
show(lambda: 1 < "a")
show(lambda: object() < object())
show(lambda: print < print)
