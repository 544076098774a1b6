# Dicts: every method, order, views, merging, comprehension.
d = {"a": 1, "b": 2}
d["c"] = 3
d.update({"a": 10}, d=4)
d.update([("e", 5)])
print(d, d.get("z"), d.get("z", 0), d.setdefault("a", 99), d.setdefault("f", []), d.pop("f"), d.pop("zz", None), d.popitem(), len(d))
print(list(d), list(d.keys()), list(d.values()), list(d.items()), "a" in d, 1 in d.values(), ("b", 2) in d.items(), d.copy() == d, d == dict(d.items()), {} == dict(), {"a": 1, "b": 2} == {"b": 2, "a": 1})
print(dict(a=1, b=2), dict([("x", 1)]), dict({"y": 2}, z=3), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], "v"), {x: x * x for x in range(3)}, {k: v for k, v in d.items() if v > 2}, {v: k for k, v in d.items()})
print(d | {"a": 0, "q": 1}, {"a": 0} | d, {**d, "a": -1}, {**{}, **d} == d)
d |= {"new": 1}
print(d, sorted(d), sorted(d.items(), key=lambda kv: -kv[1]), max(d, key=d.get), min(d.values()), sum(d.values()), list(reversed(d)))
d.clear()
print(d, bool(d), {1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple", frozenset([1]): "frozen", None: 0, "": 1})
keys, values = {"a": 1, "b": 2}.keys(), {"a": 1}.values()
print(keys & {"a", "z"} == {"a"}, keys | {"c"} == {"a", "b", "c"}, keys - {"a"} == {"b"}, keys ^ {"a"} == {"b"}, keys <= {"a", "b", "c"}, keys.isdisjoint({"z"}), len(values), keys == {"a", "b"}, values == values)
live = {"x": 1}
view = live.items()
live["y"] = 2
print(list(view), len(view), ("y", 2) in view)
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts, sorted(counts.items(), key=lambda item: (-item[1], item[0])))
groups = {}
for word in ["apple", "avocado", "banana", "blueberry", "cherry"]:
    groups.setdefault(word[0], []).append(word)
print(groups, {k: len(v) for k, v in groups.items()})
nested = {"a": {"b": {"c": 1}}}
nested["a"]["b"]["d"] = [1, {"e": 2}]
print(nested, nested["a"]["b"]["d"][1]["e"], nested.get("a", {}).get("zz", {}).get("c", "none"))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


table = {Key(n % 5): n for n in range(8)}
print(table, Key(3) in table, table[Key(2)], table.pop(Key(0)), len(table), Key(9) in table)
itself = {"k": 1}
itself["self"] = itself
print(itself, itself["self"]["self"] is itself)
order = {}
for n in (3, 1, 2):
    order[n] = n
del order[1]
order[1] = "again"
order[3] = "kept place"
print(order, list(order.items())[0], next(iter(order)), list(order)[-1])
for k in list(order):
    if k > 1:
        del order[k]
print(order, dict(sorted({"b": 1, "a": 2}.items())), {}.get("a") is None, {"a": None}.get("a", 5), {"a": 1}.items() == {("a", 1)})
