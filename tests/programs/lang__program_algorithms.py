# Classic algorithms.

# === Sieve ===
def primes(limit):
    sieve = [True] * (limit + 1)
    sieve[0:2] = [False, False]
    for n in range(2, int(limit ** 0.5) + 1):
        if sieve[n]:
            sieve[n * n::n] = [False] * len(sieve[n * n::n])
    return [n for n, is_prime in enumerate(sieve) if is_prime]
print(primes(60))

# === Sorting ===
def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])
def bubble(items):
    items = items[:]
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items
data = [(n * 37) % 23 for n in range(15)]
print(quicksort(data), bubble(data) == sorted(data))

# === Searching ===
def binary_search(items, wanted):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(items) and items[low] == wanted else None
print([binary_search([1, 3, 5, 7], n) for n in range(9)])

# === Graphs ===
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []}
def shortest(start, goal):
    queue, seen = [[start]], {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == goal:
            return path
        for node in graph[path[-1]]:
            if node not in seen:
                seen.add(node)
                queue.append(path + [node])
def topological():
    order, done = [], set()
    def visit(node):
        if node not in done:
            done.add(node)
            for child in graph[node]:
                visit(child)
            order.append(node)
    for node in graph:
        visit(node)
    return order[::-1]
print(shortest("A", "F"), shortest("F", "A"), topological())

# === Dynamic programming ===
def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]
print(edit_distance("kitten", "sitting"), edit_distance("", "abc"), edit_distance("same", "same"))

# === Life ===
def step(alive):
    near = {}
    for x, y in alive:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    return {cell for cell, n in near.items() if n == 3 or n == 2 and cell in alive}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    glider = step(glider)
print(sorted(glider))

# === Matrices, collatz, FizzBuzz ===
def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]
print(multiply([[1, 2], [3, 4]], [[0, 1], [1, 0]]), [list(row) for row in zip(*[[1, 2, 3], [4, 5, 6]])])
print(max(range(1, 30), key=lambda n: (lambda f: f(f, n, 0))(lambda f, n, s: s if n == 1 else f(f, n // 2 if n % 2 == 0 else 3 * n + 1, s + 1))))
print(" ".join("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or str(n) for n in range(1, 16)))
