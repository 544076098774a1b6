# zip, enumerate, reversed, sorted: laziness and misuse.

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === zip ===
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip("a")), dict(zip("ab", range(2))), list(zip(*[(1, 2), (3, 4)])), list(zip("ab", "cd", strict=True)))
show(lambda: list(zip("ab", "c", strict=True)))
show(lambda: list(zip("a", "cd", strict=True)))
show(lambda: list(zip("ab", "cd", "e", strict=True)))
show(lambda: zip(1))
show(lambda: zip("a", 5))
first = iter("abc")
print(list(zip(first, [1])), next(first))

# === enumerate ===
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), next(enumerate("x")))
show(lambda: enumerate())
show(lambda: enumerate(5))
show(lambda: enumerate("a", "b"))
show(lambda: enumerate("a", 1, 2))

# === reversed ===
print(list(reversed([1, 2])), "".join(reversed("abc")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1}.items())), list(reversed(())))
show(lambda: reversed({1}))
show(lambda: reversed(5))
show(lambda: reversed(x for x in "a"))


class Countdown:
    def __reversed__(self):
        return iter([3, 2, 1])


class Sequence:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return index * 10


print(list(reversed(Countdown())), list(reversed(Sequence())), list(Sequence())[:0] if False else "endless otherwise")
numbers = [1, 2, 3]
back = reversed(numbers)
numbers.append(4)
print(list(back), back.__length_hint__() if hasattr(back, "__length_hint__") else None)

# === sorted ===
print(sorted("hello"), sorted({"b": 1, "a": 2}), sorted([3, 1], reverse=True), sorted([(1, "b"), (1, "a")]), sorted(["B", "a"], key=str.lower), sorted([[2], [1, 5]]), sorted([True, 0, -1]), sorted("ab", key=lambda c: -ord(c)))
show(lambda: sorted([1, "a"]))
show(lambda: sorted([1j, 2j]))
show(lambda: sorted(5))
show(lambda: sorted([1], 2))
show(lambda: sorted([1, 2], key=5))
show(lambda: sorted([{}, {}]))
