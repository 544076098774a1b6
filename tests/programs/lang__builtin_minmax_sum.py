# min, max, sum, any, all, abs, round, pow, divmod.

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === min and max ===
print(max(1, 2), max([3, 1]), max("abc"), min({2: "a", 1: "b"}), max([], default="none"), max([1], default=0), min(["bb", "a"], key=len), max(1, 2.0), max(2, 2.0), min(True, 0), max((1, 2), (1, 3)), max([1, 5, 5.0], key=lambda n: n))
for f in (lambda: max(), lambda: max([]), lambda: max(5), lambda: min(1, "a"), lambda: max([1], [2], default=3), lambda: max(1, 2, keys=len), lambda: min([], key=len), lambda: max(None, 1), lambda: min(iter([]))):
    show(f)

# === sum ===
print(sum([1, 2]), sum([0.1] * 3), sum([], 5), sum([[1], [2]], []), sum((1, 2), start=10), sum([True, True]), sum([1.5, 2]), sum(range(5)), sum([1j, 1]), sum([10**30, 1]), sum([-0.0, -0.0]), sum({1: 2}))
for f in (lambda: sum("ab"), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([[1]]), lambda: sum(1), lambda: sum(), lambda: sum([1], 2, 3), lambda: sum([None])):
    show(f)

# === any and all ===
print(any([]), all([]), any([0, "", None, 3]), all([1, "a", []]), any(x > 2 for x in (1, 3)), all(c.isupper() for c in "AB"))
seen = []
print(any(seen.append(n) or n == 2 for n in range(5)), seen)
show(lambda: any(5))
show(lambda: all([1], [2]))

# === abs, round, pow, divmod ===
print(abs(-3), abs(-2.5), abs(3 + 4j), abs(True), abs(-(10**30)), round(2.5), round(3.14159, 2), round(1234, -2), round(-0.5), round(1e20), pow(2, 10), pow(2, -1), pow(2, 5, 7), pow(3, -1, 7), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(True, 1))
for f in (lambda: abs("a"), lambda: abs(), lambda: round("a"), lambda: round(1.5, "x"), lambda: pow(2, 1, 0), lambda: pow(2), lambda: pow("a", 2), lambda: pow(2.0, 2, 3), lambda: divmod(1, 0), lambda: divmod(1), lambda: divmod("a", 1), lambda: divmod(1.0, 0), lambda: pow(0, -1), lambda: pow(2, -1, 4)):
    show(f)
