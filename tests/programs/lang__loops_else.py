# for, while, break, continue, else, nested, and the loop variable.
for i in range(3):
    print(i, end=" ")
else:
    print("done", i)
for i in []:
    pass
else:
    print("empty loop, else runs, i is still", i)
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "is prime", end="; ")
print()
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    print(n, end=" ")
else:
    print("never")
print("left at", n)
while False:
    print("never")
else:
    print("while else")
for x, (y, *z) in [(1, "abc"), (2, (3,))]:
    print(x, y, z)
for i, c in enumerate("ab"):
    for j in range(2):
        if (i, j) == (1, 0):
            continue
        print(i, j, c, end="; ")
print()
items = [1, 2, 3]
for item in items:
    if item == 2:
        items.append(4)
    if len(items) > 5:
        break
print(items)
for key in {"a": 1, "b": 2}:
    print(key, end=" ")
for char in "xy":
    print(char, end=" ")
for byte in b"AB":
    print(byte, end=" ")
for number in {3, 1, 2}:
    print(number, end=" ")
print()


class Target:
    pass


t = Target()
for t.attribute in range(3):
    pass
values = [0, 0]
for values[1] in "ab":
    pass
print(t.attribute, values, [x for x in range(3)], i)


def find(matrix, wanted):
    for r, row in enumerate(matrix):
        for c, value in enumerate(row):
            if value == wanted:
                return r, c
    return None


print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
total = 0
for n in iter(lambda: total, 10):
    total += 5
print(total)
