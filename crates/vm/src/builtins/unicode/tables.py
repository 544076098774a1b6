"""Writes the tables beside it and those of crates/unicode-ident: python3.13 tables.py. Each holds the lengths of alternating runs of code points, first
without the property, then with it, as base-128 numbers, low digits first."""
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
NAMES = HERE / "../../../../unicode-ident/src"


def number(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return out


def runs(has):
    out, state, length = bytearray(), False, 0
    for point in range(sys.maxunicode + 1):
        if has(chr(point)) != state:
            out += number(length)
            state, length = not state, 0
        length += 1
    return out + number(length)


TABLES = {
    "printable": str.isprintable,
    "alpha": str.isalpha,
    "decimal": str.isdecimal,
    "digit": str.isdigit,
    "numeric": str.isnumeric,
    "title": lambda c: unicodedata.category(c) == "Lt",
    "lower": str.islower,
    "upper": str.isupper,
    "space": str.isspace,
    "wide": lambda c: unicodedata.east_asian_width(c) in "WF",
    # What a capital sigma looks past to see whether it ends a word.
    "between": lambda c: (f"AΣ{c}A".lower()[1], f"AΣ{c}".lower()[1]) == ("σ", "ς"),
}
for name, has in TABLES.items():
    (HERE / f"{name}.bin").write_bytes(runs(has))
(NAMES / "starts_name.bin").write_bytes(runs(str.isidentifier))
(NAMES / "continues_name.bin").write_bytes(runs(lambda c: ("a" + c).isidentifier()))

# Lower case, as runs of characters that follow each other or leave one out: how many points lie before it, how many characters it
# has (twice that, and one more where points are left out), and the distance to the lower case (twice that, and one more backwards).
POINTS = [chr(point) for point in range(sys.maxunicode + 1)]
distance = {ord(c): ord(c.lower()[0]) - ord(c) for c in POINTS if c.lower() != c and not c.isascii()}
packed, end = bytearray(), 0
while distance:
    start = min(distance)
    by, step = distance[start], 1 if distance.get(start + 1) == distance[start] else 2
    points = [start]
    while distance.get(points[-1] + step) == by and (step == 1 or points[-1] + 1 not in distance):
        points.append(points[-1] + step)
    packed += number(start - end) + number(len(points) * 2 + step - 1) + number(abs(by) * 2 + (by < 0))
    end = points[-1] + 1
    for point in points:
        del distance[point]
(HERE / "cases.bin").write_bytes(packed)

# Upper case where it is not what lower case undoes (the first, if several have it), folding and title-casing where they
# differ from the one lower-case character and from upper: "character=text" lines.
undone = {}
for c in POINTS[128:]:
    if c.lower() != c:
        undone.setdefault(c.lower()[0], c)
upper = [f"{c}={c.upper()}" for c in POINTS[128:] if c.upper() != undone.get(c, c)]
fold = [f"{c}={c.casefold()}" for c in POINTS if c.casefold() != c.lower()[0]]
title = [f"{c}={c.title()}" for c in POINTS if c.title() != c.upper()]
(HERE / "upper.txt").write_text("\n".join(upper), encoding="utf-8")
(HERE / "fold.txt").write_text("\n".join(fold), encoding="utf-8", errors="strict")
(HERE / "title.txt").write_text("\n".join(title), encoding="utf-8")

# Lower-case characters that share an upper-case one, as `re` knows them: the first of a line equals the rest.
from re._casefix import _EXTRA_CASES

alike = ["".join(map(chr, (first, *rest))) for first, rest in sorted(_EXTRA_CASES.items())]
(HERE / "alike.txt").write_text("\n".join(alike), encoding="utf-8")
