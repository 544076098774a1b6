# for and while: else, break, continue, nesting.

# === for ===
for letter in "abc":
    print(letter, end=" ")
else:
    print("all")
for i in range(10):
    if i % 2:
        continue
    if i > 6:
        break
    print(i, end=" ")
else:
    print("never")
print("i is", i)

# === while ===
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print("steps", steps)
while True:
    steps -= 1
    if steps < 100:
        break
print(steps)
while False:
    print("never")
else:
    print("else of a loop that never ran")

# === Nested ===
found = None
for a in range(1, 20):
    for b in range(a, 20):
        c = (a * a + b * b) ** 0.5
        if c == int(c):
            found = (a, b, int(c))
            break
    if found:
        break
print(found)

# === The variable after the loop ===
for x in []:
    pass
try:
    print(x)
except NameError as error:
    print(error)
for x in [1, 2]:
    x = "changed"
print(x)

# === Many at once ===
for i, (a, b) in enumerate(zip("xy", [10, 20]), start=1):
    print(i, a, b)
matrix = [[1, 2], [3, 4]]
for row in matrix:
    for j in range(len(row)):
        row[j] *= 10
print(matrix)
