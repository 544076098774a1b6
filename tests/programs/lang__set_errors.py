# Sets and frozensets: operators, methods, errors. Numbers only, whose order is known.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a, b = {1, 2, 3}, {3, 4}

# === Operators and methods ===
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4}, a < a, a >= {1}, a > set(), a.isdisjoint({9}), a == {3, 2, 1})
print(a.union([4], (5,)), a.intersection([1, 2], [2]), a.difference([1], [2]), a.symmetric_difference([3, 4]), a.issubset(range(5)), a.issuperset([]))
print(set(), frozenset(), frozenset([1]), {1.0, 1, True}, set("a"), frozenset({1}) | {2}, {1} | frozenset({2}), frozenset({1}) == {1})
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "key"}[frozenset([1])], len({i % 3 for i in range(10)}))

# === Changes ===
c = {1, 2}
c.add(3)
c.discard(9)
c.update([5], {6})
c |= {7}
c &= {1, 2, 3, 7}
c -= {2}
c ^= {1, 8}
print(c)
c.intersection_update([3, 7, 8])
c.difference_update([8])
c.symmetric_difference_update([3, 4])
print(c, c.pop() in (4, 7), len(c))
same = c
c |= {10}
print(c is same)
f = frozenset([1])
g = f
f |= {2}
print(f, g)

# === Errors ===
show(lambda: a + b)
show(lambda: a | [1])
show(lambda: a & (1,))
show(lambda: a < [1])
show(lambda: a.union(5))
show(lambda: a.add())
show(lambda: a.add([]))
show(lambda: {[]})
show(lambda: {{}})
show(lambda: [] in a)
show(lambda: a.remove(9))
show(lambda: a.remove("nine"))
show(lambda: a.remove([]))
show(lambda: set().pop())
show(lambda: a[0])
show(lambda: a * 2)
show(lambda: set(5))
show(lambda: set(1, 2))
show(lambda: hash(a))
show(lambda: frozenset([[]]))
show(lambda: f.add(1))
show(lambda: {1} < {2}, )
show(lambda: sorted([{1}, {1, 2}, set()], key=len))
show(lambda: a.ad(1))
show(lambda: {1, 2} in {frozenset({1, 2})})
try:
    for n in a:
        a.add(n + 100)
except RuntimeError as error:
    print(error)
try:
    for n in b:
        b.discard(n)
except RuntimeError as error:
    print(error)
a = {1}
a.clear()
print(a, bool(a), a.copy() is a)


class Loose:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Loose) and self.n == other.n

    def __hash__(self):
        return hash(self.n)


class NoHash:
    def __eq__(self, other):
        return True


print(len({Loose(1), Loose(1), Loose(2)}), Loose(2) in {Loose(2)}, 2 in {Loose(2)})
show(lambda: {NoHash()})
show(lambda: hash(NoHash()))
