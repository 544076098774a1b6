# The game of life, matrices, primes, and other classics.
from itertools import product


def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx, dy in product((-1, 0, 1), repeat=2) if (dx, dy) != (0, 0)}


def step(alive):
    candidates = alive | {n for cell in alive for n in neighbours(cell)}
    return {c for c in candidates if len(neighbours(c) & alive) in ((2, 3) if c in alive else (3,))}


def draw(alive, size):
    return ["".join("#" if (x, y) in alive else "." for x in range(size)) for y in range(size)]


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(3):
    print(generation, *draw(glider, 5), sep="\n")
    glider = step(glider)


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(flags[i * i :: i]))
    return [i for i, flag in enumerate(flags) if flag]


def hanoi(n, source="a", target="c", spare="b"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield source + target
        yield from hanoi(n - 1, spare, target, source)


def queens(n, columns=()):
    if len(columns) == n:
        return [columns]
    return [s for c in range(n) if all(c != d and abs(c - d) != len(columns) - i for i, d in enumerate(columns)) for s in queens(n, columns + (c,))]


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def roman(n):
    result = ""
    for value, symbol in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        result += symbol * count
    return result


def caesar(text, shift):
    return "".join(chr((ord(c) - (base := 65 if c.isupper() else 97) + shift) % 26 + base) if c.isalpha() else c for c in text)


def permutations(items):
    if len(items) <= 1:
        yield items
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [item] + rest


def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


print(sieve(60), list(hanoi(3)), len(queens(6)), queens(6)[0], list(collatz(7)), roman(1994), caesar("Hello, World!", 3), caesar(caesar("abc", 5), -5))
print(list(permutations([1, 2, 3])), matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]), [n for n, _ in zip(fibonacci(), range(15))], list(pascal(6)), quicksort([3, 1, 4, 1, 5, 9, 2, 6]), f"{2**200:,}"[:20], sum(int(d) for d in str(2**100)))
print([word for word in ("level", "hello", "noon") if word == word[::-1]], [("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0)) or n for n in range(1, 16)])
