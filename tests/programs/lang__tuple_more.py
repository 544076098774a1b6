# Tuples: packing, swapping, comparing, nesting, named by hand.
point = 3, 4
x, y = point
x, y = y, x
print(point, x, y, (1,), (), 1, tuple([1, 2]), tuple("ab"), tuple(range(3)), len(point), point[0], point[-1], point[::-1], point + (5,), point * 2, 3 in point)
a, (b, c), *d = 1, (2, 3), 4, 5
print(a, b, c, d, (a, b) < (1, 3), (1, 2, 3) > (1, 2), (1, "a") == (1, "a"), max([(1, 2), (1, 3)]), sorted([(2, "a"), (1, "b")]), (1, 2).count(1), (1, 2).index(2))


def stats(*numbers):
    return min(numbers), max(numbers), sum(numbers) / len(numbers)


low, high, mean = stats(1, 2, 6)
print(low, high, mean, stats(5), *stats(1, 2))
t = (1, [2, 3], "x")
t[1].append(4)
print(t, hash((1, 2)) == hash((1, 2)), {(0, 0): "origin"}[0, 0], {(i, j): i * j for i in range(2) for j in range(2)})
for f in (lambda: hash(t), lambda: t.append(1), lambda: (1, 2) + [3], lambda: (1, 2)[5], lambda: (1, 2).index(9), lambda: tuple(1), lambda: (1, 2) < (1, "a"), lambda: (1, 2) < [1, 3], lambda: (1,) * "a", lambda: (1, 2).x):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    t[1] += [5]
except TypeError as error:
    print(error, t)
try:
    del t[0]
except TypeError as error:
    print(error)
print([i for i, (n, _) in enumerate([("a", 1), ("b", 2)]) if n == "b"], list(zip((1, 2), "ab")), dict([("k", "v")]), [*point, *(5,)], (*point, 9), tuple(n * 2 for n in point), tuple(reversed(point)), all((1, 0)), any((0,)), sum(point), "-".join(("a", "b")), ("a" "b",), ((1, 2), 3)[0][1])
print("%s is %d" % ("x", 5), "%s" % (point,), "{0[0]} {0[1]}".format(point), f"{point[0]} {point}", (1 if True else 2, 3), (lambda: (1, 2))(), (yield_ := (1,)), () == tuple(), bool(()), bool((0,)), repr((1,)), str((1, "a", None)))
first, second, third = "abc"
(p, q), r = [(1, 2), 3]
[s, u] = 5, 6
i = j = (k := 7)
for m, (n, o) in [(1, (2, 3))]:
    print(m, n, o)
print(first, third, p, q, r, s, u, i, j, k)
records = [("ada", 36), ("bob", 20), ("eve", 36)]
print(sorted(records, key=lambda rec: (-rec[1], rec[0])), max(records, key=lambda rec: rec[1]), [name for name, age in records if age > 30], dict(records), list(map(list, records)), {age: name for name, age in records}, [*zip(*records)])
