# Recursion: classic programs, and too much of it.

# === Hanoi, permutations, powers ===
def hanoi(n, a="A", b="B", c="C"):
    return hanoi(n - 1, a, c, b) + [f"{a}{c}"] + hanoi(n - 1, b, a, c) if n else []
print(" ".join(hanoi(3)), len(hanoi(8)))

def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item, *rest]
print(["".join(p) for p in permutations("abc")])

def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node
print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))

def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3))

def is_even(n):
    return n == 0 or is_odd(n - 1)
def is_odd(n):
    return n != 0 and is_even(n - 1)
print(is_even(50), is_odd(51))

# === Queens ===
def queens(n, placed=()):
    if len(placed) == n:
        return 1
    row = len(placed)
    return sum(queens(n, placed + (c,)) for c in range(n)
               if all(c != q and abs(c - q) != row - r for r, q in enumerate(placed)))
print([queens(n) for n in range(1, 7)])

# === Too much ===
def endless(n):
    return endless(n + 1)
try:
    endless(0)
except RecursionError as error:
    print(error)

class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")
try:
    Loop().a
except RecursionError as error:
    print(type(error).__name__)

nested = []
for _ in range(100_000):
    nested = [nested]
try:
    repr(nested)
except RecursionError as error:
    print(type(error).__name__)
import sys
print(sys.getrecursionlimit())
