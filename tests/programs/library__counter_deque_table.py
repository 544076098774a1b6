# Counter, deque and defaultdict, one change each.
from collections import Counter, defaultdict, deque


def on(make, f):
    thing = make()
    return f(thing), thing


D = lambda: deque([1, 2, 3])
C = lambda: Counter('aab')
DD = lambda: defaultdict(list)

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (on(D, lambda d: d.append(4)), on(D, lambda d: d.appendleft(0)), on(D, lambda d: d.pop()), on(D, lambda d: d.popleft())))
show(lambda: (on(D, lambda d: d.extend("ab")), on(D, lambda d: d.extendleft("ab")), on(D, lambda d: d.rotate(1)), on(D, lambda d: d.rotate(-1))))
show(lambda: (on(D, lambda d: d.insert(1, "x")), on(D, lambda d: d.remove(2)), on(D, lambda d: d.reverse()), on(D, lambda d: d.clear())))
show(lambda: (on(D, lambda d: d.index(3)), on(D, lambda d: d.count(1)), on(D, lambda d: d[0]), on(D, lambda d: d.__setitem__(0, 9)), on(D, lambda d: d.copy() == d)))
show(lambda: (on(D, lambda d: d.remove(9))))
show(lambda: (on(D, lambda d: d.index(9))))
show(lambda: (on(D, lambda d: d[9])))
show(lambda: (on(D, lambda d: d[0:2])))
show(lambda: (on(D, lambda d: d + [1])))
show(lambda: (on(C, lambda c: c.update("bcc")), on(C, lambda c: c.subtract("ab")), on(C, lambda c: c.most_common()), on(C, lambda c: c["z"]), on(C, lambda c: c.total())))
show(lambda: (on(C, lambda c: c + c), on(C, lambda c: c - Counter("a")), on(C, lambda c: +c), on(C, lambda c: -c), on(C, lambda c: c & Counter("ab")), on(C, lambda c: c | Counter("bb"))))
show(lambda: (on(C, lambda c: c.__delitem__("zzz")), on(C, lambda c: sorted(c.elements())), on(C, lambda c: c == {"a": 2, "b": 1}), on(C, lambda c: c <= Counter("aabb"))))
show(lambda: (on(DD, lambda d: d["k"].append(1)), on(DD, lambda d: d.get("k")), on(DD, lambda d: "k" in d), on(DD, lambda d: d.setdefault("k", 5)), on(DD, lambda d: d.default_factory)))
show(lambda: (on(lambda: defaultdict(int), lambda d: d["n"] + 1), on(lambda: defaultdict(lambda: "x"), lambda d: d[1])[0], on(lambda: defaultdict(None), lambda d: d.get(1))))
show(lambda: (on(lambda: defaultdict(None), lambda d: d[1])))
show(lambda: (on(lambda: deque(maxlen=2), lambda d: d.extend([1, 2, 3])), on(lambda: deque([1, 2], 1), lambda d: d.maxlen)))
show(lambda: (on(lambda: deque(maxlen=1), lambda d: d.insert(0, 1)), on(lambda: deque([1], maxlen=1), lambda d: len(d))))
show(lambda: (on(lambda: deque([1], maxlen=1), lambda d: d.insert(0, 2))))
