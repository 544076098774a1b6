# Sorting with keys, one each.
words = ['banana', 'Apple', 'cherry', 'date']
people = [('ada', 36), ('bob', 20), ('eve', 36)]

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, reverse=True)))
show(lambda: (sorted(words, key=lambda w: w[-1]), sorted(words, key=lambda w: (len(w), w)), sorted(words, key=lambda w: -len(w))))
show(lambda: (sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: p[1], reverse=True)))
show(lambda: (max(people, key=lambda p: p[1]), min(people, key=lambda p: p[1]), max(words, key=len), min(words, key=str.lower)))
show(lambda: (sorted([3, 1, 2]), sorted((3, 1, 2)), sorted({3, 1, 2}), sorted("hello"), sorted({"b": 1, "a": 2}), sorted(range(5, 0, -1))))
show(lambda: (sorted([2.5, 1, True, 0]), sorted([[2], [1, 5], []]), sorted([(1, "b"), (1, "a")]), sorted([b"b", b"a"])))
show(lambda: (sorted([-3, 2, -1], key=abs), sorted(["10", "9", "2"]), sorted(["10", "9", "2"], key=int), sorted([1, -1, 0], key=bool)))
show(lambda: (sorted([3, 1, 2], key=lambda n: -n), sorted("aBc", key=str.swapcase), sorted(["b", "a"], key={"a": 2, "b": 1}.get)))
show(lambda: (sorted([float("inf"), 1, float("-inf")]), sorted([None, None], key=lambda x: 0), sorted([], key=len)))
show(lambda: (sorted([1, "a"])))
show(lambda: (sorted([None, 1])))
show(lambda: (sorted([1, 2], key=len)))
show(lambda: (sorted(5)))
show(lambda: (sorted([1j, 2])))
show(lambda: (sorted([{}, {}])))
show(lambda: (sorted([1, 2], lambda x: x)))
show(lambda: (sorted([1], reverse="yes"), sorted([2, 1], reverse=0)))
show(lambda: ((lambda l: (l.sort(), l))([2, 1]), (lambda l: (l.sort(key=lambda x: -x), l))([1, 2])))
show(lambda: (list(reversed(sorted(words))), sorted(words)[::-1], sorted(words, key=len)[0]))
show(lambda: ([w for _, w in sorted((len(w), w) for w in words)], dict(sorted({"b": 1, "a": 2}.items())), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1])))
show(lambda: (sorted(sorted(people), key=lambda p: p[1]), sorted(zip([2, 1], "ab")), sorted(enumerate("ba"), key=lambda p: p[1])))
