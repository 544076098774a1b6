# re: what is wrong with a pattern, in the same words and at the same place.
import re

PATTERNS = [
    "(", "(a", "a)", "((a)", "(?:a", "(?=a", "(?!a", "(?<=a", "(?<!a", "(?>a", "(?P<n>a", "(?i:a", "a|(b", "(?(1)a", "(a)(?(1)b",
    "[", "[a", "[^", "[]", "[^]", "[a-", "[]a", "[[", "a[b", "[\\", "[a-\\",
    "*", "+", "?", "*a", "a|*", "(*a)", "(?:+)", "^*", "$+", r"\b*", r"\A?", r"\Z{2}", "(|*)", "|?",
    "a**", "a*+*", "a+*", "a??*", "a{2}{3}", "a*{2}", "a+??", "a?+?", "(a)*+*",
    "a{3,2}", "a{10,1}", "ab{2,1}c",
    "\\", "a\\", "(a\\", r"\c", r"\e", r"\g", r"\i", r"\j", r"\k", r"\q", r"\y", r"\z", r"\C", r"\E", r"\G", r"\Q", r"\R", r"\X",
    r"\x", r"\x4", r"\xg1", r"\u", r"\u123", r"\u12g4", r"\U0000004", r"\U00110000", r"\N", r"\Nx", r"\N{", r"\N{}", r"\N{a",
    r"\1", r"(a)\2", r"\8", r"\18", r"\80", r"\400", r"\777", r"(\1)", r"(a\1)", r"((a)\1)", r"(?P<n>a\1)", r"\9",
    r"[\A]", r"[\Z]", r"[\B]", r"[\x]", r"[\x4]", r"[\u12]", r"[\U00110000]", r"[\q]", r"[\8]", r"[\400]", r"[\N]", r"[\N{]",
    "[b-a]", "[z-A]", r"[\d-z]", r"[a-\d]", r"[\w-\s]", r"[a-\x00]", "[é-a]", r"[\x7a-\x61]", "[c-a-]",
    "(?", "(?a", "(?i", "(?ix", "(?-", "(?i-", "(?-i", "(?i-x", "(?z)", "(?z:a)", "(?iz)", "(?i1)", "(?-z:a)", "(?-1:a)", "(?i-)", "(?-)", "(?-i)", "(?-:a)", "(?i-:a)",
    "(?L)a", "(?L:a)", "(?au)a", "(?au:a)", "(?-a:b)", "(?-u:b)", "(?-L:b)", "(?i-i:a)", "(?im-si:a)", "(?ai:é", "(?\\)", "(?é)", "(?iim:a", "(?i,)",
    "a(?i)", "(?:(?i)a)", "(a(?i))", "a|(?i)b", "(?i)a(?m)", " (?x)a", "(?=a)(?i)",
    "(?P", "(?Pa", "(?P)", "(?P>n)", "(?P<", "(?P<>a)", "(?P<n", "(?P<n a)", "(?P<n a>b)", "(?P<1n>a)", "(?P<n->a)", "(?P<n>a)(?P<n>b)", "(a)(?P<x>b)(?P<x>c)", "(?P<a.b>c)", "(?P<\n>a)",
    "(?P=", "(?P=n", "(?P=n)", "(?P=)", "(?P=1)", "(?P=a b)", "(?P<n>(?P=n))", "(?P<n>a)(?P=m)",
    "(?<", "(?<a", "(?<n>a)", "(?<>a)", "(?<*a)", "(?&n)", "(?'n'a)", "(?|a)", "(?R)", "(?*a)", "(?+a)", "(?1)", "(?.)", "(?])",
    "(?#", "(?#a", "a(?#b",
    "(?(", "(?()", "(?(1", "(?()a)", "(?(0)a)", "(?(00)a)", "(?(1)a)", "(?(2)a|b)", "(a)(?(2)b)", "(?(n)a)", "(?(1)a|b|c)", "(a)(?(1)b|c|d)", "(?(-1)a)", "(?(1.5)a)", "(?(a b)c)", "(?(99999999999)a)", "(a)(?(1)b|c", "(a)(?(1)b",
    "(?<=a+)b", "(?<=a*)", "(?<=a|bc)", "(?<!a?)", "(?<=a{1,2})", r"(a+)(?<=\1)", r"(?<=(a)\1)", r"(?<=(a)(?(1)b|c))", "(?<=(?<=a*)b)", "(?<=(?:a|bb))", r"(a)?(?<=(?(1)a|bc))", r"(?<=(?P<n>a)(?P=n))",
    "a\nb(", "x\n\ny[", "\n\n*", "a\n)", "(?x)\n  a\n  **", "é(", "日本[",
    "(?:a))", "a)b", "())", "|)", "a(?:b|c))",
    "a{4294967295}", "a{4294967294}", "a{1,99999999999999999999}", "a{99999999999}",
]  # fmt: skip

for pattern in PATTERNS:
    try:
        compiled = re.compile(pattern)
    except re.PatternError as error:
        print(f"{pattern!a:28} {error} | {error.msg} | {error.pos} {error.lineno} {error.colno}" + ("" if error.pattern == pattern else f" {error.pattern}"))
    except Exception as error:
        print(f"{pattern!a:28} {type(error).__name__}: {error}")
    else:
        print(f"{pattern!a:28} fine: {compiled.groups} {compiled.flags}")
print(len(PATTERNS))

# === The exception itself ===
print(re.error is re.PatternError, re.PatternError.__name__, re.PatternError.__module__, re.PatternError.__mro__[1].__name__)
for error in (re.error("a message"), re.error("here", "abc", 1), re.error("there", "a\nbc", 3), re.error("bytes", b"ab\n", 2), re.error(msg="by name", pattern="x", pos=0)):
    print(str(error), repr(error), error.args, error.msg, error.pattern, error.pos, error.lineno, error.colno)
try:
    re.search("(", "text")
except re.error as error:
    print("caught", error)
    error.add_note("while reading the settings")
    print(error.__notes__, error.__cause__, error.__context__)
try:
    re.error()
except TypeError as error:
    print(type(error).__name__)
