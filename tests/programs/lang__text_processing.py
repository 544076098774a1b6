# Counting words, aligning columns, CSV by hand, templates.
from collections import Counter

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness."""

words = [w.strip(".,").lower() for w in TEXT.split()]
counts = Counter(words)
print(counts.most_common(4), len(words), len(set(words)), max(words, key=len), sorted(set(words), key=lambda w: (-len(w), w))[:3])
print({n: sum(1 for w in words if len(w) == n) for n in sorted({len(w) for w in words})})
print(" ".join(w.capitalize() for w in words[:5]), TEXT.splitlines()[1].title(), sum(c in "aeiou" for c in TEXT.lower()), "".join(sorted(set(TEXT.lower()) - set(" .,\n"))))
index = {}
for number, line in enumerate(TEXT.splitlines(), 1):
    for word in line.split():
        index.setdefault(word.strip(".,"), []).append(number)
print({w: n for w, n in index.items() if len(n) > 2})

CSV = [
    "name,age,city",
    "Ada,36,London",
    'Grace,85,"New York, NY"',
]


def parse(line):
    field, quoted, chars = "", False, iter(line + ",")
    fields = []
    for c in chars:
        if c == '"':
            quoted = not quoted
        elif c == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += c
    return fields


header, *rows = [parse(line) for line in CSV]
table = [dict(zip(header, row)) for row in rows]
print(header, *table, sep="\n")
widths = {h: max(len(h), *(len(r[h]) for r in table)) for h in header}
print(" | ".join(f"{h:<{widths[h]}}" for h in header))
print("-+-".join("-" * w for w in widths.values()))
for row in table:
    print(" | ".join(f"{row[h]:>{widths[h]}}" if row[h].isdigit() else f"{row[h]:<{widths[h]}}" for h in header))
print(sum(int(r["age"]) for r in table) / len(table), max(table, key=lambda r: int(r["age"]))["name"])


def render(template, **values):
    out, rest = "", template
    while "{{" in rest:
        before, _, rest = rest.partition("{{")
        name, _, rest = rest.partition("}}")
        out += before + str(values.get(name.strip(), f"<{name.strip()}?>"))
    return out + rest


print(render("Dear {{ name }}, you owe {{amount}}. {{ missing }}", name="Bob", amount=5))
print([w for w in ("listen", "silent", "enlist", "google") if sorted(w) == sorted("listen")], "racecar" == "racecar"[::-1], "-".join("abc").join("[]"), "%-10s|%5d|%08.3f" % ("left", 42, 3.14159))
print("".join(f"{c}{len(list(g))}" for c, g in __import__("itertools").groupby("aaabbc")), bytes(range(65, 70)).decode(), "café".encode().hex(" "), ["{:02x}".format(b) for b in "é".encode()])
wrapped, line = [], ""
for word in TEXT.split():
    if len(line) + len(word) + 1 > 30:
        wrapped.append(line)
        line = word
    else:
        line = f"{line} {word}".strip()
print(*wrapped, line, sep="\n")
