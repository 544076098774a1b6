# dict and set: order, methods, views, errors.

# === Order is insertion order ===
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
del d["a"]
d["a"] = 0
print(d, list(d), list(d.values()), list(d.items()), len(d), "a" in d, 9 in d)

# === Access ===
print(d["b"], d.get("z"), d.get("z", 7), d.setdefault("b", 5), d.setdefault("n", []), d)
print(d.pop("n"), d.pop("n", None), d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
print(d, d | {"x": 5}, {"k": 0} | d)
d |= {"w": 4}
print(d)
e = d.copy()
d.clear()
print(d, e, dict(a=1), dict([(1, 2)]), dict({"a": 1}, b=2), dict.fromkeys("ab"), dict.fromkeys([1], 0))
for f in (lambda: d["k"], lambda: d.pop("k"), lambda: d.popitem(), lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict([1]), lambda: set()[0]):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# === Views ===
keys = e.keys()
print(keys, e.values(), e.items(), "x" in keys)
e["new"] = 1
print(len(keys), list(reversed(e)), sorted(e.keys() & {"x", "new", "q"}), ("x", 1) in e.items())

# === Keys ===
k = {1: "int", 1.0: "float", True: "bool"}
print(k, {0: "a", False: "b"}, {(1, 2): 3, None: 4, "": 5, frozenset([1]): 6})
class Same:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n % 3 == other.n % 3
    def __hash__(self):
        return self.n % 3
    def __repr__(self):
        return f"Same({self.n})"
same = {Same(1): "a"}
same[Same(4)] = "b"
print(same, same[Same(7)], Same(2) in same)
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {} == {})
nested = {"list": [1, {"deep": (1,)}]}
nested["self"] = nested
print(nested)

# === Sets of small numbers ===
s = {3, 1, 2}
print(s, {10, 3, 7, 1}, set(), set([5, 5, 4]), frozenset([2, 1]), {1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3})
s.add(9)
s.add(1)
s.discard(100)
s.remove(2)
print(s, len(s), 9 in s, s.issubset({1, 3, 9, 11}), {1} < {1, 2}, {1, 2} >= {2}, s.isdisjoint({5}), s == {9, 3, 1})
s.update([20, 30], (40,))
print(sorted(s), s.union([7]) > s, s.intersection([1, 3]), s.difference([1]) == s - {1})
try:
    s.remove(1000)
except KeyError as error:
    print("KeyError", error)
print({n % 5 for n in range(20)}, set("a"), set(range(12)))
