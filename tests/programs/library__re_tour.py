# re: what programs do with it every day.
import re

# === Looking for one match ===
line = "2024-03-15 12:30:45 ERROR worker-7: connection lost (code=503)"
m = re.match(r"(\d{4})-(\d\d)-(\d\d) (\S+) (\w+) (\S+): (.*)", line)
print(m)
print(m.group(), m.group(0) == line, m.group(1), m.group(1, 2, 3))
print(m.groups())
print(m[5], m[6])
print(m.start(), m.end(), m.span(), m.start(7), m.end(7), m.span(7))
print(re.match("error", line), re.match("ERROR", line), re.search("ERROR", line))
print(re.fullmatch(r"\d+", "123"), re.fullmatch(r"\d+", "123a"))
print(bool(re.search(r"code=(\d+)", line)), re.search(r"code=(\d+)", line)[1])

# === All matches ===
print(re.findall(r"\d+", line))
print(re.findall(r"(\w+)=(\w+)", "a=1, b=2, c=3"))
print(re.findall(r"(\w)\d", "a1 b2"))
for m in re.finditer(r"[A-Za-z]+", "one 2 three"):
    print(m.group(), m.span())
print(type(re.finditer("a", "a")).__name__, next(re.finditer("a", "ba")).start())

# === Cutting and replacing ===
print(re.split(r"[,;]\s*", "a, b;c,   d"))
print(re.split(r"([,;])", "a,b;c"))
print(re.split(r"\W+", "Words, words, words.", maxsplit=1))
print(re.split("x*", "axbc"), re.split("(-)|(,)", "a-b,c"))
print(re.sub(r"\s+", " ", "too   many    blanks"))
print(re.sub(r"(\w+), (\w+)", r"\2 \1", "Lovelace, Ada"))
print(re.sub(r"(?P<y>\d+)-(?P<m>\d+)", r"\g<m>/\g<y>", "2024-03"))
print(re.sub("a", "b", "aaaa", count=2), re.subn("a", "b", "aaaa"), re.subn("x", "y", "aaaa"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) + 1), "7 of 9"))
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "abc"), re.sub("b|", "*", "abc"))

# === Patterns kept ===
word = re.compile(r"\b(?P<first>\w)(?P<rest>\w*)\b")
print(word, word.pattern, word.flags, word.groups, word.groupindex, dict(word.groupindex))
m = word.search("hello world", 5)
print(m, m.pos, m.endpos, m.re is word, m.string, m.lastindex, m.lastgroup)
print(m.groupdict(), m["first"], m.group("rest"), m.expand(r"<\g<first>|\2>"))
print(word.sub(lambda m: m["first"].upper() + m["rest"], "hello big world"))
print(word.match("one two", 4), word.fullmatch("one two", 4, 6), word.findall("ab cd", 3))
print(word is re.compile(r"\b(?P<first>\w)(?P<rest>\w*)\b"), re.compile(word) is word)

# === Escaping ===
for text in ("1+1=2", "a.b*c", "[x]", "path\\to", "tab\there", "plain", "a-b_c d#e&f~g"):
    print(re.escape(text), re.fullmatch(re.escape(text), text) is not None)
print(re.escape(b"a.b\x00\xff"))
