# A small program: counting, grouping, formatting text.

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""

# === Words ===
words = [word.strip(",.").lower() for word in TEXT.split()]
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{word:<10}{count:>3} {'#' * count}")

# === Groups ===
by_length = {}
for word in sorted(set(words)):
    by_length.setdefault(len(word), []).append(word)
for length in sorted(by_length):
    print(length, by_length[length])

# === Caesar ===
def shift(text, by):
    def move(c):
        if not c.isalpha():
            return c
        base = ord("A") if c.isupper() else ord("a")
        return chr((ord(c) - base + by) % 26 + base)
    return "".join(map(move, text))
secret = shift("Hello, World", 3)
print(secret, shift(secret, -3))

# === Roman numerals ===
def roman(n):
    parts = []
    for value, letters in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
                              ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")):
        times, n = divmod(n, value)
        parts.append(letters * times)
    return "".join(parts)
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])

# === Palindromes, anagrams ===
def is_palindrome(text):
    letters = [c for c in text.lower() if c.isalnum()]
    return letters == letters[::-1]
print([is_palindrome(t) for t in ("A man, a plan, a canal: Panama", "Python", "")])
groups = {}
for word in ("listen", "silent", "enlist", "google", "elbow", "below"):
    groups.setdefault("".join(sorted(word)), []).append(word)
print(list(groups.values()))

# === A table ===
rows = [("name", "price", "count"), ("tea", 2.5, 3), ("chocolate", 10, 12)]
widths = [max(len(str(row[i])) for row in rows) for i in range(3)]
for row in rows:
    print(" | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)))
print("-" * (sum(widths) + 6))
