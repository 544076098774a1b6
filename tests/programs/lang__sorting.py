# Sorting: stability, keys in Python, reverse, errors half-way.

# === Stable ===
people = [("Eve", 30), ("Bob", 25), ("Ada", 30), ("Cyd", 25), ("Dan", 30)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
people.sort(key=lambda p: (-p[1], p[0]))
print(people)

# === Keys are called once each, in order ===
calls = []
def key(n):
    calls.append(n)
    return -n
print(sorted([3, 1, 2], key=key), calls)

# === cmp_to_key ===
from functools import cmp_to_key
print(sorted(["b", "aa", "c", "a"], key=cmp_to_key(lambda a, b: len(a) - len(b) or (a > b) - (a < b))))

# === Own comparison ===
class Version:
    def __init__(self, text):
        self.parts = [int(part) for part in text.split(".")]
    def __lt__(self, other):
        return self.parts < other.parts
    def __repr__(self):
        return ".".join(map(str, self.parts))
print(sorted(map(Version, ["1.10", "1.2", "1.2.1", "0.9"])), max(map(Version, ["1.9", "1.11"]), key=lambda v: v.parts))

# === An error leaves the list with the same items ===
items = [3, 1, "x", 2]
try:
    items.sort()
except TypeError as error:
    print(error, sorted(map(str, items)))

# === The list is empty while it is sorted ===
numbers = [2, 1]
def peek(n):
    print("inside:", numbers)
    return n
numbers.sort(key=peek)
print(numbers)
def meddle(n):
    meddled.append(n)
    return n
meddled = [2, 1]
try:
    meddled.sort(key=meddle)
except ValueError as error:
    print(error)

# === Mixed numbers, many items ===
print(sorted([2.5, 1, 3, 0.5, -1, True, False]))
many = [(i * 7919) % 1009 for i in range(500)]
ordered = sorted(many)
print(ordered[:5], ordered[-5:], all(a <= b for a, b in zip(ordered, ordered[1:])))
down = sorted(many, key=lambda n: (n % 10, n), reverse=True)
print(down[:6], down[-3:])
print(sorted("The Quick brown fox".split(), key=str.casefold), sorted([[2], [1, 5], []]), sorted({"b": 1, "a": 2}))
print(min("banana"), max([3, 1, 3], key=lambda n: -n), min([(2, "b"), (1, "z")]), min("bb", "a", key=len))
