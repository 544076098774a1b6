# re: beginnings, ends, borders, and searching in a part of the text.
import re


def spans(pattern, text, *places, flags=0):
    print(pattern, repr(text), places, [m.span() for m in re.compile(pattern, flags).finditer(text, *places)])


# === Lines ===
text = "one\ntwo\n\nthree\n"
for pattern in ("^", "$", r"\A", r"\Z", "^$", r"^\w", r"\w$", r"\n^", r"$\n", r"^.*$"):
    spans(pattern, text)
    spans(pattern, text, flags=re.M)
spans("$", "a\n\n")
spans("$", "a")
spans(r"a$", "a\nb")

# === Words ===
for text in ("a bc, d", "", " ", "a", "_x9-y", "äö ü", "don't"):
    spans(r"\b", text)
    spans(r"\B", text)
    spans(r"(?a)\b", text)
    spans(r"\b\w+\b", text)

# === pos and endpos ===
p = re.compile("b")
text = "abcabc"
for places in ((), (1,), (2,), (0, 1), (1, 2), (2, 4), (5, 100), (-5,), (0, -1), (4, 2), (100,), (True, False)):
    print(places, p.search(text, *places), p.match(text, *places), p.fullmatch(text, *places), p.findall(text, *places))
m = p.search(text, pos=2, endpos=5)
print(m.pos, m.endpos, m.span(), m.string)
m = p.search(text, endpos=100, pos=-1)
print(m.pos, m.endpos, p.search(string=text, pos=3))
print(re.compile("^b").search("ab", 1), re.compile("^b", re.M).search("a\nb", 2), re.compile("(?<=a)b").search("ab", 1))
print(re.compile("b$").search("abc", 0, 2), re.compile(r"b\b").search("abc", 0, 2), re.compile("(?=c)").search("abc", 0, 2))
print(re.compile(r"\Bb").search("ab", 1), re.compile("$").search("ab\n", 0, 2), re.compile(r"\b").search("abc", 1))


class Two:
    def __index__(self):
        return 2


print(p.search(text, Two()), p.search(text, 0, Two()), p.findall(text, Two()), [m.span() for m in p.finditer(text, Two())])
for bad in (1.5, "1", None, 10**30):
    try:
        print(p.search(text, bad))
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)

# === Not only ASCII: places are characters ===
text = "ä€😀b ä€😀b"
for pattern in ("b", "😀", "[€ä]", r"\w", "(?<=😀)b", ".", "€."):
    spans(pattern, text)
    spans(pattern, text, 3, 7)
m = re.search("(€)(😀)", text)
print(m, m.span(1), m.span(2), m.start(), m.groups(), m.regs)
print(re.compile("b").search(text, 4), re.compile("b").search(text, 0, 3), re.sub("€", "$", text), re.split(" ", text))

# === Empty matches ===
for pattern in ("", "x*", "x*?", r"\b|x", "(?=b)", "b*|c", "a|"):
    text = "axxb"
    print(pattern, [m.span() for m in re.finditer(pattern, text)], re.findall(pattern, text), re.split(pattern, text), re.sub(pattern, "-", text))
