# Lists: every method, with indices of every kind.
items = [3, 1, 2]
items.append(4)
items.extend((5, 6))
items.extend("ab")
items.insert(0, "first")
items.insert(100, "last")
items.insert(-1, "before last")
print(items, items.pop(), items.pop(0), items.pop(-2), items)
items.remove("a")
print(items.index(2), items.index(4, 1), items.count(1), items.copy() == items, items.copy() is items)
items.reverse()
print(items, items[::-1], items[-2:], items[1:4:2], len(items))
numbers = [5, 2, 9, 1]
print(numbers.sort(), numbers, sorted(numbers, reverse=True), numbers.sort(reverse=True), numbers, numbers.sort(key=lambda n: n % 5), numbers)
words = ["bb", "a", "ccc", "dd"]
words.sort(key=len)
print(words, sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)))
print([1, 2] + [3], [0] * 3, [[]] * 2, [1, 2] == [1, 2.0], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], 2 in [1, 2], [1] in [[1]], [1, [2, [3]]][1][1][0], not [])
a = [1, 2, 3]
b = a
a += [4]
a = a + [5]
print(a, b, a is b)
b *= 2
print(b)
b[1:3] = []
b[0:0] = ["x", "y"]
b[::3] = [0] * len(b[::3])
print(b)
b[:] = [1]
b.clear()
print(b, list(), list("ab"), list(range(3)), list({"k": 1}), list((1,)), [*"ab"], list(map(str, [1])), [None] * 2)
matrix = [[1, 2, 3], [4, 5, 6]]
print([row[1] for row in matrix], [list(col) for col in zip(*matrix)], [x for row in matrix for x in row], [[x * 2 for x in row] for row in matrix], sum(map(sum, matrix)), max(matrix), [row[:] for row in matrix] == matrix)
stack, queue = [], []
for n in range(3):
    stack.append(n)
    queue.insert(0, n)
print([stack.pop() for _ in range(3)], [queue.pop() for _ in range(3)])
first, *rest = [1, 2, 3]
print(first, rest, [x for x in range(10) if x % 3 == 0], [(x, y) for x in (1, 2) for y in "ab"], [x if x > 1 else -x for x in range(4)])
l = [1, 2, 3, 4, 5, 6]
for x in l[:]:
    if x % 2:
        l.remove(x)
print(l, l.__contains__(2), l.__len__(), l.__getitem__(0), [].__eq__(()), [1].__add__([2]), list.append(l, 8), l)
deep = [1]
deep.append(deep)
print(deep, deep[1][1][1] is deep, repr([deep]), [[]] == [[]], [float("nan")][0] == float("nan"))
