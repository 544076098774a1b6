# range, one expression each.
r = range(2, 20, 3)

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1]))
show(lambda: (5 in r, 6 in r, r.index(8), r.count(8), r.count(9)))
show(lambda: (r.start, r.stop, r.step, bool(range(0))))
show(lambda: (range(5) == range(0, 5), range(0) == range(3, 3), range(0, 3, 2) == range(0, 4, 2)))
show(lambda: (list(range(5, 0, -1)), list(range(0, -5, -2)), list(range(3, 3)), list(range(3, 1))))
show(lambda: (sum(range(101)), max(range(5)), min(range(3, 9)), sorted(range(3), reverse=True)))
show(lambda: (list(reversed(range(4))), reversed(range(4))))
show(lambda: (hash(range(3)) == hash(range(0, 3)), {range(2): "k"}[range(0, 2)]))
show(lambda: (range(10)[3:8][1:], range(10)[-3:], range(10)[100:]))
show(lambda: (range(True), list(range(False, True))))
show(lambda: (r[9]))
show(lambda: (r["a"]))
show(lambda: (r[1.0]))
show(lambda: (range()))
show(lambda: (range("a")))
show(lambda: (range(1.5)))
show(lambda: (range(1, 2, 0)))
show(lambda: (range(1, 2, 3, 4)))
show(lambda: (r.index(3)))
show(lambda: (range(3) + range(2)))
show(lambda: (range(3) * 2))
show(lambda: (range(3) < range(4)))
show(lambda: (range(3).append(1)))
show(lambda: ([*range(3)], (*range(2),), {*range(3)}))
show(lambda: (list(zip(range(3), "abc")), dict(enumerate(range(2)))))
show(lambda: (range(10**18)[10**17], len(range(10**15)), 10**14 in range(10**15)))
show(lambda: (repr(range(1, 2, 3)), str(range(4)), f"{range(2)}"))
show(lambda: (next(iter(range(5, 9))), iter(range(2))))
show(lambda: (2.0 in range(5), 2.5 in range(5), "2" in range(5), None in range(5)))
