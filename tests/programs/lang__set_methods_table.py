# Methods of set, one call each.
a, b = {1, 2, 3}, {3, 4}


def on(f):
    s = {1, 2, 3}
    return f(s), s

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b)))
show(lambda: (a | b, a & b, a - b, a ^ b))
show(lambda: (a.issubset({1, 2, 3, 4}), a.issuperset({1}), a.isdisjoint({9})))
show(lambda: (a <= a, a < a, a >= b, a == {3, 2, 1}))
show(lambda: (on(lambda s: s.add(9)), on(lambda s: s.add(1))))
show(lambda: (on(lambda s: s.discard(9)), on(lambda s: s.discard(1))))
show(lambda: (on(lambda s: s.remove(1))))
show(lambda: (on(lambda s: s.remove(9))))
show(lambda: (on(lambda s: s.update([7], {8}))))
show(lambda: (on(lambda s: s.clear())))
show(lambda: (on(lambda s: s.difference_update([1]))))
show(lambda: (on(lambda s: s.intersection_update([1, 2], [2]))))
show(lambda: (on(lambda s: s.symmetric_difference_update([3, 4]))))
show(lambda: (on(lambda s: s.copy() is s)))
show(lambda: (on(lambda s: s.__ior__({9}))))
show(lambda: (set("hello") == set("olleh"), set(), {*a, *b}))
show(lambda: (frozenset(a) | b, type(frozenset(a) & b).__name__))
show(lambda: (1 in a, [1] == [1] in [[1]], len(a), sum(a), sorted(a)))
show(lambda: (a.union(5)))
show(lambda: (a | [1]))
show(lambda: (a.add([])))
show(lambda: (a.add()))
show(lambda: (set().pop()))
show(lambda: ({[]: 1}))
show(lambda: ({1, [2]}))
show(lambda: (hash(a)))
show(lambda: (hash(frozenset(a)) == hash(frozenset([3, 2, 1]))))
show(lambda: (a[0]))
show(lambda: (a.append(1)))
show(lambda: (a < [1]))
show(lambda: ({x % 3 for x in range(10)}, {True, 1, 1.0}))
show(lambda: (set.union(a, b), set.union()))
show(lambda: (a.intersection(), a.union(), a.difference()))
show(lambda: (frozenset([1]).add(2)))
show(lambda: (frozenset({1, 2}) == {1, 2}, {frozenset([1])}))
show(lambda: (set(1)))
show(lambda: (set([1], [2])))
