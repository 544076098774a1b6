# Comprehensions of every kind and their scopes.

# === Lists ===
print([n * n for n in range(6)])
print([n for n in range(20) if n % 2 if n % 3])
print([(a, b) for a in "ab" for b in range(3) if b != 1])
print([[row * col for col in range(1, 4)] for row in range(1, 4)])
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["abc", "de"]])

# === Sets and dicts ===
print(sorted({word[0] for word in ["apple", "avocado", "bean"]}))
print({word: len(word) for word in ["one", "three"]}, {v: k for k, v in {"a": 1, "b": 2}.items()})

# === Generator expressions ===
squares = (n * n for n in range(4))
print(next(squares), next(squares), list(squares), list(squares))
print(sum(n for n in range(101)), max(len(w) for w in ["a", "bcd"]), ",".join(str(n) for n in range(4)))
print(any(n > 3 for n in range(5)), all(n > 3 for n in range(5)))

# === Scope ===
n = "outer"
inner = [n for n in range(3)]
print(n, inner)
k = 10
print([k + i for i in range(3)])

class Box:
    size = 3
    items = [i for i in range(size)]

print(Box.items)

# === The walrus ===
print([y for x in range(5) if (y := x * 2) > 3], y)
if (length := len("hello")) > 3:
    print(length)
data = [1, 2, 3]
while (item := data.pop()) != 1:
    print("popped", item)

# === Lazy first iterable ===
def numbers():
    print("asked")
    return [1, 2]

lazy = (n for n in numbers())
print("made")
print(list(lazy))

# === Conditional values ===
print(["even" if n % 2 == 0 else "odd" for n in range(3)])
print([x for xs in [[1, 2], [], [3]] for x in xs])
print([lambda: i for i in range(2)][0]())
