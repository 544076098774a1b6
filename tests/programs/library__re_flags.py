# re: flags, given and written in the pattern.
import re

# === RegexFlag ===
for flag in (re.A, re.I, re.L, re.M, re.S, re.U, re.X, re.DEBUG, re.NOFLAG):
    print(repr(flag), str(flag), flag.name, flag.value, int(flag), f"{flag}")
print(re.I is re.IGNORECASE, re.ASCII is re.A, re.M == 8, re.S + 0)
print(re.I | re.M, re.I | re.M | re.S | re.X, repr(re.A | re.I), re.I & re.M, re.I ^ re.I)
print(re.RegexFlag(2), re.RegexFlag(2 | 1024), repr(re.RegexFlag(1024)), ~re.I)
print(isinstance(re.I, int), isinstance(re.I | re.S, re.RegexFlag), re.I in (re.I | re.S), re.I in re.S)
print([flag.name for flag in re.RegexFlag])
print(re.RegexFlag["MULTILINE"], re.RegexFlag.__name__, re.RegexFlag.__module__)

# === Of patterns ===
for flags in (0, re.I, re.A, re.I | re.M, re.X | re.S, re.U, re.A | re.I | re.M | re.S | re.X):
    p = re.compile("a", flags)
    print(p, p.flags, re.RegexFlag(p.flags))
for flags in (0, re.L, re.A, re.I | re.L):
    p = re.compile(b"a", flags)
    print(p, p.flags)
for text in ("(?i)a", "(?im)a", "(?ax)a", "(?i:a)", "(?u)a", "(?s)(?m)a"):
    p = re.compile(text)
    print(p, p.flags)

# === What they do ===
text = "First line\nsecond LINE\n"
print(re.findall("^.*$", text), re.findall("^.*$", text, re.M))
print(re.findall("line", text), re.findall("line", text, re.I), re.findall("(?i)line", text))
print(re.match(".*", text).span(), re.match(".*", text, re.S).span(), re.match("(?s).*", text).span())
print(re.findall(r"\w+", "naïve café"), re.findall(r"\w+", "naïve café", re.A), re.findall(r"(?a)\w+", "naïve"))
print(re.findall(r"\d", "1٣५"), re.findall(r"\d", "1٣५", re.A), re.findall(r"\s", "a b\u2003c", re.A))
print(re.search("line$", text), re.search("line$", text, re.M), re.search(r"LINE$", text), re.search(r"LINE\Z", text))

# === In groups ===
for pattern, text in (
    ("a(?i:b)c", "aBc"), ("a(?i:b)c", "ABc"), ("(?i)a(?-i:b)c", "AbC"), ("(?i)a(?-i:b)c", "ABC"),
    ("(?s:.)a.", "\nab"), ("(?s:.)a.", "\na\n"), (r"(?a:\w)\w", "aé"), (r"(?a:\w)\w", "éa"), (r"(?a)x?(?u:\w)", "é"),
    ("(?m:^)b", "a\nb"), ("(?x: a b ) c", "ab c"), ("(?x)a (?-x: )b", "a b"), ("(?i-s:A.)", "ab"),
):  # fmt: skip
    print(pattern, re.search(pattern, text))

# === Verbose ===
number = re.compile(
    r"""
    (?P<sign> [+-] )?      # a sign
    (?P<digits> \d+ )      # then digits
    (?: \. (?P<more> \d+ ) )?
    [ ] \# \              # a blank, a number sign, a blank
    """,
    re.VERBOSE,
)
print(number.match("-12.5 # x").groupdict(), number.groupindex)
print(re.search("a b # c", "ab", re.X), re.search("a [ ] b", "a b", re.X), re.findall("a+ b", "aab", re.X))
print(re.search("(?x)a#comment\nb", "ab"), re.search("a(?#comment)b", "ab"))

# === Refused ===
for flags, pattern in ((re.A | re.U, "a"), (re.L, "a"), (re.U, b"a"), (re.A | re.L, b"a")):
    try:
        re.compile(pattern, flags)
    except ValueError as error:
        print(type(error).__name__, error)
try:
    re.compile(re.compile("a"), re.I)
except ValueError as error:
    print(error)
try:
    re.compile(3)
except TypeError as error:
    print(error)
