# re: what a match knows, groups that did not match, errors.
import copy
import re


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


m = re.match(r"(?P<a>x)?(?P<b>y)(z)?", "y!")
print(m, m.groups(), m.groups("?"), m.groupdict(), m.groupdict("?"), m.groupdict(default=0))
print(m.start("a"), m.end(1), m.span(3), m.span(), m.regs, m.lastindex, m.lastgroup)
print(m[0], m[1], m["b"], m.group(2, "a"), m.group("b", 3))
for bad in (4, -1, "c", "", 1.5, None, b"b", 10**30):
    show(m.group, bad)
    show(m.__getitem__, bad)
    show(m.start, bad)
show(m.span, 9)
show(m.groups, 1, 2)
show(m.start, 1, 2)
print(m.group(True), m.group(False), bool(m), m.re.groups)

# === Which group was last ===
for pattern, text in (("(a)(b)", "ab"), ("(a)|(b)", "b"), ("((a)(b))", "ab"), ("(?P<x>a)(b)?", "a"), ("a", "a"), ("(a)(?P<y>b)", "ab"), ("((ab))", "ab")):
    m = re.match(pattern, text)
    print(pattern, m.lastindex, m.lastgroup, m.regs)

# === Expanding ===
m = re.search(r"(?P<user>\w+)@(?P<host>\w+)(\.\w+)?", "mail ada@home now")
for template in (r"\1 at \2", r"\g<user>\g<2>", r"[\g<0>]", r"\3|", r"\g<user>0", r"\n\t\\", r"\101", r"a\.b", "", r"\0", r"\07"):
    show(m.expand, template)
for template in (r"\4", r"\g<4>", r"\g<nobody>", r"\g<", r"\g", r"\g<>", r"\g<a b>", r"\g<-1>", r"\x", r"\q", "\\", r"\400", r"\777", r"\g<1a>", 5, b"x"):
    show(m.expand, template)

# === Copies, classes ===
print(copy.copy(m) is m, copy.deepcopy(m) is m, copy.copy(m.re) is m.re, copy.deepcopy([m.re])[0] is m.re)
print(type(m), type(m.re), isinstance(m, re.Match), isinstance(m.re, re.Pattern), re.Match.__name__, re.Pattern.__module__)
show(re.Match)
show(re.Pattern)
print(re.Match[str], re.Pattern[bytes])
try:
    m.pos = 3
except AttributeError as error:
    print(type(error).__name__)
try:
    m.re.flags = 3
except AttributeError as error:
    print(type(error).__name__)

# === Texts in reprs are cut ===
print(re.match(".*", "x" * 80), re.match("(?s).*", "\n'" * 30), re.match("a*", ""))
print(re.compile("y" * 250))
print(re.compile("it's"), re.compile('say "x"'), re.compile("\n\t\\\\"))

# === Equality of patterns ===
a, b = re.compile("x+", re.I), re.compile("x+")
re.purge()
c = re.compile("x+", re.I)
print(a == c, a is c, a == b, a != b, a == "x+", {a: 1}[a], a == re.compile(b"x+", re.I))
try:
    a < c
except TypeError:
    print("not ordered")
try:
    list(re.match("(a)", "a"))
except TypeError:
    print("not iterable")
print(re.match("a", "a") == re.match("a", "a"))
