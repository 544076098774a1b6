"""Writes the tables beside it: python3.13 tables.py. Each holds the lengths of alternating runs of code points, first
without the property, then with it, as base-128 numbers, low digits first."""
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent


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
    "starts_name": str.isidentifier,
    "continues_name": lambda c: ("a" + c).isidentifier(),
    "wide": lambda c: unicodedata.east_asian_width(c) in "WF",
}
for name, has in TABLES.items():
    (HERE / f"{name}.bin").write_bytes(runs(has))

# Folding and title-casing where they differ from lower and upper: "character=text" lines.
fold = [f"{c}={c.casefold()}" for c in map(chr, range(sys.maxunicode + 1)) if c.casefold() != c.lower()]
title = [f"{c}={c.title()}" for c in map(chr, range(sys.maxunicode + 1)) if c.title() != c.upper()]
(HERE / "fold.txt").write_text("\n".join(fold), encoding="utf-8", errors="strict")
(HERE / "title.txt").write_text("\n".join(title), encoding="utf-8")

# Lower-case characters that share an upper-case one, as `re` knows them: the first of a line equals the rest.
from re._casefix import _EXTRA_CASES

alike = ["".join(map(chr, (first, *rest))) for first, rest in sorted(_EXTRA_CASES.items())]
(HERE / "alike.txt").write_text("\n".join(alike), encoding="utf-8")
