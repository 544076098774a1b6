# Methods of list with wrong arguments, and lists that change under one's hands.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


items = [3, 1, 2]

# === Wrong arguments ===
show(lambda: items.append())
show(lambda: items.append(1, 2))
show(lambda: items.extend(5))
show(lambda: items.extend())
show(lambda: items.insert(1))
show(lambda: items.insert("a", 1))
show(lambda: items.remove(9))
show(lambda: items.index(9))
show(lambda: items.index(3, 1))
show(lambda: items.index(1, "a"))
show(lambda: items.pop("a"))
show(lambda: items.pop(5))
show(lambda: [].pop())
show(lambda: items.pop(1, 2))
show(lambda: items.sort(1))
show(lambda: items.sort(key=5))
show(lambda: items.sort(reverse="x"))
show(lambda: items.sort(cmp=1))
show(lambda: items.count())
show(lambda: items.copy(1))
show(lambda: items.push(1))
show(lambda: items.add(1))
show(lambda: list(5))
show(lambda: list(1, 2))
show(lambda: list(iterable=[1]))
show(lambda: [1] + "a")
show(lambda: [1] * 1.5)
show(lambda: [1] * "a")
show(lambda: [1] - [1])
show(lambda: [1] < [None])
show(lambda: [1, None] < [1, 2])
show(lambda: [1, "a"] < [2, 5])
show(lambda: [1] < (1,))
show(lambda: [1] == (1,))
show(lambda: {[]: 1})
show(lambda: {[1]})
show(lambda: sorted([1, "a"]))
show(lambda: sorted([3, None, 1]))
show(lambda: max([1, "a"]))
show(lambda: sum(["a", "b"]))
show(lambda: sum([[1], [2]], []))
show(lambda: sum(5))

# === Sorting ===
words = ["pear", "Apple", "fig", "banana"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (len(w), w)))
pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
changing = [3, 2, 1]
show(lambda: changing.sort(key=lambda n: changing.append(n)))
show(lambda: changing.sort(key=lambda n: 1 / (n - 2)))
print(changing)
print([1, 2] * 0, [1, 2] * -1, 2 * [1, 2], [[]] * 2)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)

# === Changing while going through ===
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers:
    if n % 2:
        numbers.remove(n)
print(numbers)
seen = []
grow = [1]
for n in grow:
    seen.append(n)
    if len(grow) < 5:
        grow.append(n + 1)
print(seen)
walker = iter([1, 2])
print(list(walker), list(walker), next(walker, "end"))
numbers.append(numbers)
print(numbers, numbers == numbers, len(numbers))
