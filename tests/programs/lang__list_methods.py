# list and tuple: methods, slicing, copying, comparing.

# === Changing ===
a = [3, 1, 2]
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
a.insert(100, 7)
a.insert(-1, "x")
print(a, len(a))
a.remove("x")
print(a.pop(), a.pop(0), a.pop(-2), a)
a.reverse()
print(a)
a.sort()
print(a, a.index(2), a.count(2))
b = a.copy()
a.clear()
print(a, b)
for f in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(5), lambda: [1][1], lambda: [1].pop(3), lambda: a["a"]):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# === Slices ===
n = list(range(10))
print(n[2:5], n[:2], n[-2:], n[::3], n[::-1], n[7:2:-2], n[100:], n[-100:2])
n[1:3] = ["a", "b", "c"]
print(n)
n[::4] = [0, 0, 0]
print(n)
del n[0], n[1:3]
print(n)
n[2:2] = [100, 200]
n[:1] = []
print(n)
try:
    n[::2] = [1]
except ValueError as error:
    print(error)
m = [1, 2, 3]
m[1:] = m
m *= 2
print(m)

# === Operators ===
print([1] + [2], [0] * 3, 2 in [1, 2], [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [[]] * 2)
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows)
x = [1]
x.append(x)
print(x)
print([1, 2] != [2, 1], [1, "a"] == [1, "a"], not [], [1] is [1])

# === Sorting ===
words = ["pear", "fig", "apple", "kiwi", "date"]
print(sorted(words), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w), reverse=True))
words.sort(key=lambda w: w[-1])
print(words)
pairs = [("b", 1), ("a", 2), ("b", 0), ("a", 1)]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[1], reverse=True))
class Key:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n > other.n
print(sorted([1, 3, 2], key=Key), sorted([2.5, 1, True, 0]), sorted("bAc", key=str.lower), sorted([3, 1], key=None))
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)

# === Tuples ===
t = (1, 2, 3, 2)
print(t, t[0], t[1:3], t + (4,), t * 2, t.count(2), t.index(3), (), (1,), 2 in t, len(t), tuple("ab"), t < (1, 3))
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[(1, 2)], (1, [2]) == (1, [2]), tuple([1]), sum(t), max(t))
try:
    t[0] = 5
except TypeError as error:
    print(error)
print([1, (2, [3, {"a": (4,)}])], list((1, 2)), list({"a": 1}), list("ab"))
