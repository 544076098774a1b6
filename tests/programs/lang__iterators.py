# Iterators: the protocol and the builtins that use it.

# === The protocol ===
class Countdown:
    def __init__(self, start):
        self.n = start
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)), 2 in Countdown(3), tuple(Countdown(2)))
for n in Countdown(2):
    print("n", n)

class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

print(list(Old()), 20 in Old())

# === Builtins ===
print(list(zip("abc", range(5))), list(zip()), list(zip([1, 2], "ab", (True, False))))
print(list(enumerate("ab", 1)), list(map(str, range(3))), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])))
print(list(filter(None, [0, 1, "", "x"])), list(filter(lambda n: n > 1, range(4))))
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))))
print(next(iter([7])), next(iter([]), "none"), list(iter([3, 0, 5].pop, 0)))
print(sorted([3, 1, 2]), sorted("bca", reverse=True), sorted(["bb", "a", "ccc"], key=len))
print(sum([1, 2], 10), sum([[1], [2]], []), min(3, 1), max("ab", "b"), min([], default="none"))
print(any([]), all([]), any([0, "x"]), all([1, ""]))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error:
    print(error)

# === range ===
print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), len(range(0, 10, 3)), range(3), range(1, 9, 2))
print(5 in range(0, 10, 5), range(10)[3], range(10)[-1], range(10)[2:5], range(0) == range(1, 1), bool(range(0)))
print(range(10).index(4), range(0, 10, 2).count(3))

# === Exhaustion ===
it = iter([1, 2, 3])
print(list(zip(it, it)), list(it))
it = iter("abc")
print(next(it), list(it), list(it))

# === Changing while iterating ===
items = [1, 2, 3]
for item in items:
    if item == 1:
        items.append(4)
    print(item, end=" ")
print()
table = {"a": 1}
try:
    for key in table:
        table[key + "x"] = 1
except RuntimeError as error:
    print(error)

# === Errors ===
for f in (lambda: iter(5), lambda: next([]), lambda: sum(["a"]), lambda: max([]), lambda: sorted([1, "a"]),
          lambda: range(1.5), lambda: range(0, 5, 0), lambda: list(5), lambda: enumerate(), lambda: zip(1)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
