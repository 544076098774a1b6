# Unpacking in assignments, calls, loops and displays.

# === Assignments ===
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "abc"
print(start, end)
(x, (y, z)), [w] = (1, (2, 3)), [4]
print(x, y, z, w)
one, = [1]
print(one)
p = q = [0]
q.append(1)
print(p, p is q)
i, values = 0, [10, 20, 30]
i, values[i] = 2, 99
print(i, values)
head, *tail = [1]
print(head, tail)

# === Loops ===
for index, (key, value) in enumerate({"a": 1, "b": 2}.items()):
    print(index, key, value)
for left, *right in [(1, 2, 3), (4,)]:
    print(left, right)
for i, values[0] in enumerate("xy"):
    pass
print(i, values)

# === Displays and calls ===
print([*range(3), *"ab"], (*[1], 2), {**{"a": 1}, "b": 2, **{"a": 3}}, sorted({*[3, 1], *[1]}))
print(*[1, 2, 3], sep="-")
def f(*args, **kwargs):
    return args, kwargs
print(f(*"ab", *[], c=1, **{"d": 2}))

# === Errors ===
def failing(text):
    try:
        exec_(text)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

def exec_(text):
    if text == "few":
        a, b, c = [1, 2]
    if text == "many":
        a, b = [1, 2, 3]
    if text == "star":
        a, *b, c, d = [1, 2]
    if text == "no iterable":
        a, b = 5
    if text == "many of iterator":
        a, b = iter("abc")
    if text == "call":
        f(*3)
    if text == "mapping":
        f(**[1])
    if text == "twice":
        f(**{"a": 1}, **{"a": 2})
    if text == "keys":
        f(**{1: 2})
for text in ("few", "many", "star", "no iterable", "many of iterator", "call", "mapping", "twice", "keys"):
    failing(text)

# === Augmented ===
n = 5
n += 2; n -= 1; n *= 3; n //= 2; n **= 2; n %= 50; n <<= 2; n |= 1; n ^= 3; n &= 0xff; n >>= 1
print(n)
items = [1]
alias = items
items += (2, 3)
items *= 2
print(alias, alias is items)
text = "a"
text += "b"
text *= 3
print(text)
