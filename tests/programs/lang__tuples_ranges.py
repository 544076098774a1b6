# Tuples and ranges.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Tuples ===
print((), (1,), (1, 2), 1, (1, (2, (3,))), tuple("ab"), (1, 2) + (3,), (1,) * 3, (1, 2) < (1, 3), (1, 2) == [1, 2], ((),) > ())
print((1, 2, 3, 2).index(2), (1, 2, 3, 2).count(2), (1, 2, 3).index(3, -1), hash((1, 2)) == hash((1, 2)), 2 in (1, 2), (1, 2)[::-1])
show(lambda: (1, 2).index(5))
show(lambda: (1, 2).append(3))
show(lambda: (1, 2) + [3])
show(lambda: (1, 2)[2])
show(lambda: r["b"])
show(lambda: tuple(5))
show(lambda: tuple(1, 2))
show(lambda: hash(([],)))
show(lambda: (1, "a") < (1, 2))
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)

# === Ranges ===
print(range(5), range(1, 5), range(1, 5, 2), range(5, 0, -2), list(range(5, 0, -2)), list(range(0)), len(range(0, 10, 3)))
r = range(10, 100, 7)
print(r[0], r[-1], r[2:5], r[::-1], r[5:100], 17 in r, 18 in r, "a" in r, 17.0 in r, r.index(24), r.count(24), r.count(1))
print(r.start, r.stop, r.step, range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(0)) == hash(range(1, 1)), bool(range(0)))
print(range(10**18)[10**17], len(range(10**18)), 10**17 in range(10**18), range(True), max(range(5)), sum(range(101)), list(reversed(range(4))))
show(lambda: range())
show(lambda: range(1.0))
show(lambda: range("5"))
show(lambda: range(1, 2, 0))
show(lambda: range(1, 2, 3, 4))
show(lambda: r[99])
show(lambda: r["a"])
show(lambda: r.index(5))
show(lambda: range(3) + range(3))
show(lambda: range(3) < range(4))
show(lambda: setattr(r, "start", 1))
show(lambda: range(stop=3))
print(*range(3), [*range(3), *range(2)], dict(zip("abc", range(3))))


class Three:
    def __index__(self):
        return 3


print(list(range(Three())), [0, 1, 2, 3][Three()], "abcd"[Three():])
for i in range(3):
    i = 10
print(i)
