# Sets of numbers: every operator and method, with their order.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a <= b, {3} < b, a >= {1}, a > a, a.isdisjoint({9}), {1, 2} == {2, 1}, a != b)
print(a.union([9], (8,)), a.intersection(range(3)), a.difference([1], [2]), a.symmetric_difference([4, 7]), {1}.issubset(a), a.issuperset([1, 2]), set(), {*a, *b}, set("aab") == {"a", "b"}, len(set("hello")))
c = a.copy()
c.add(10)
c.discard(99)
c.remove(1)
c.update([20], {21})
print(c, c.pop() in {2, 3, 4, 10, 20, 21}, 10 in c or True, len(c))
c = set(range(6))
c -= {0}
c &= {1, 2, 3, 9}
c |= {7}
c ^= {1, 8}
print(c)
c.clear()
print(c, bool(c), c == set(), frozenset([1, 2]) | {3}, {3} | frozenset([1]), type(frozenset() | set()).__name__, type(set() | frozenset()).__name__)
print({n % 4 for n in range(20)}, {n * n for n in range(-3, 4)}, {10, 3, 7, 1}, {100, 50, 75}, set(range(10, 0, -1)), {0, 8, 16, 24}, {-1, -2, -3}, {1.5, 1, True}, {False, 0, 0.0}, {2**70, 1})
numbers = [3, 1, 3, 2, 1]
print(sorted(set(numbers)), list(dict.fromkeys(numbers)), [n for i, n in enumerate(numbers) if n not in numbers[:i]], {n for n in numbers if numbers.count(n) > 1})
print(max(a), min(a), sum(a), sorted(a, reverse=True), [x for x in a], 3 in a, all(x > 0 for x in a), tuple(a), *a)
groups = {frozenset([1, 2]): "pair", frozenset(): "empty"}
print(groups[frozenset([2, 1])], frozenset() in groups, {frozenset([1]), frozenset([1])} == {frozenset([1])}, {(1, 2), (1, 2)}, hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])))
for f in (lambda: {1} + {2}, lambda: {[1]}, lambda: {1} | [2], lambda: set(5), lambda: {1}.remove(2), lambda: set().pop(), lambda: hash({1}), lambda: frozenset([1]).add(2), lambda: {1} < [2], lambda: {{1}}, lambda: {1: 2} | {3}):
    try:
        print(f())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
small = set()
for n in (5, 3, 9, 1):
    small.add(n)
    print(small, end=" ")
print()
vowels = set("aeiou")
print([w for w in ("sky", "sea", "fly") if not vowels & set(w)], "".join(sorted(set("mississippi") - vowels)), set("abc") >= set("ab"), set([1, 2]).intersection({2}, [2, 3]), set.union({1}, {2}, {3}), set.intersection(*[{1, 2}, {2, 3}]))
