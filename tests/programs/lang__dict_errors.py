# Dicts: errors, order, and changes while somebody looks.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


d = {"a": 1, "b": 2}

# === Errors ===
show(lambda: d["c"])
show(lambda: d[1, 2])
show(lambda: {1: 2}[None])
show(lambda: d[[]])
show(lambda: d.get([]))
show(lambda: d.get())
show(lambda: d.get(1, 2, 3))
show(lambda: d.pop("z"))
show(lambda: d.pop())
show(lambda: d.pop("z", None))
show(lambda: {}.popitem())
show(lambda: d.setdefault())
show(lambda: d.update(5))
show(lambda: d.update([1]))
show(lambda: d.update(["abc"]))
show(lambda: d.update([(1, 2, 3)]))
show(lambda: d.update({}, {}))
show(lambda: dict(5))
show(lambda: dict([1, 2]))
show(lambda: dict(["ab", "cd"]))
show(lambda: dict(["ab", "c"]))
show(lambda: dict({1: 2}, **{"x": 3}))
show(lambda: dict(**{1: 2}))
show(lambda: dict.fromkeys(5))
show(lambda: dict.fromkeys("abc", 0))
show(lambda: d + d)
show(lambda: d | [("x", 1)])
show(lambda: d < d)
show(lambda: hash(d))
show(lambda: d.keys()[0])
show(lambda: {**5})
show(lambda: {**[1]})
show(lambda: d.has_key("a"))
show(lambda: d.a)

# === Order ===
order = {"z": 1, "a": 2}
order["m"] = 3
order["z"] = 9
del order["a"]
order["a"] = 0
print(order, list(reversed(order)), order.popitem(), order)
print({1: "a", True: "b"}, {"x": 1, **{"y": 2, "x": 3}}, d | {"b": 3, "c": 4})
d |= [("q", 5)]
print(d)

# === Views ===
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), "a" in keys, 1 in values, ("a", 1) in items)
d["new"] = 0
print(list(keys), keys & {"a", "zz"} == {"a"}, sorted(keys | ["k"]), keys - {"a"} == {"b", "q", "new"}, keys == set(keys), items.isdisjoint([("z", 1)]))
print(keys.mapping["a"], {"a": 1}.items() == {("a", 1)}, {1: 2}.values() == {1: 2}.values())

# === Changing while going through ===
for change in (lambda: d.__setitem__("fresh", 1), lambda: d.pop("a")):
    try:
        for key in d:
            change()
    except RuntimeError as error:
        print(error)
for key in d:
    d[key] = key * 2
print(d)
for key in list(d):
    del d[key]
print(d)
walker = iter({"only": 1})
print(next(walker), next(walker, "end"))
d["self"] = d
print(d, {(): [], "t": (d,)})
