# re: cutting text into tokens, with named groups, with lastgroup, and with Scanner.
import re
from collections import namedtuple

Token = namedtuple("Token", "kind text line column")

SPECIFICATION = [
    ("NUMBER", r"\d+(?:\.\d*)?"),
    ("ASSIGN", r":="),
    ("END", r";"),
    ("NAME", r"[A-Za-z]+"),
    ("OPERATOR", r"[+\-*/()]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+"),
    ("MISMATCH", r"."),
]
KEYWORDS = {"IF", "THEN", "ENDIF"}


def tokens(code):
    line, start = 1, 0
    for m in re.finditer("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPECIFICATION), code):
        kind, text, column = m.lastgroup, m.group(), m.start() - start
        if kind == "NEWLINE":
            start, line = m.end(), line + 1
            continue
        if kind == "SKIP":
            continue
        if kind == "MISMATCH":
            raise RuntimeError(f"{text!r} unexpected on line {line}")
        if kind == "NAME" and text in KEYWORDS:
            kind = text
        yield Token(kind, float(text) if kind == "NUMBER" else text, line, column)


for token in tokens("IF quantity THEN\n    total := total + price * (1 + 0.2);\nENDIF;\n"):
    print(token)
try:
    list(tokens("a := $"))
except RuntimeError as error:
    print(error)

# === Lazily ===
many = re.finditer(r"\d", "1 2 3")
print(next(many)[0], next(many)[0], list(m[0] for m in many), next(many, "end"))
print(iter(many) is many)

# === A scanner goes on where it was ===
scanner = re.compile(r"\w+|\s+").scanner("ab  c!d")
print(scanner.match(), scanner.match(), scanner.match(), scanner.match(), scanner.match())
scanner = re.compile("a*").scanner("aab")
print(scanner.search(), scanner.match(), scanner.search(), scanner.search(), scanner.pattern)

# === Scanner ===
lexer = re.Scanner([
    (r"[a-z_]\w*", lambda scanner, text: ("name", text)),
    (r"(\d+)\.(\d*)", lambda scanner, text: ("float", float(text), scanner.match.span())),
    (r"\d+", lambda scanner, text: ("int", int(text))),
    (r"[=+*-]", "operator"),
    (r"\s+", None),
])  # fmt: skip
print(lexer.scan("sum = 3*foo + 312.50 + bar"))
print(lexer.scan("x = 1 ?"))
print(lexer.scan(""))
print(re.Scanner([("A+", lambda s, t: t)], re.I).scan("aAb"))

# === Small parsers ===
print(dict(re.findall(r"(\w+)\s*=\s*\"?([^\",]*)\"?", 'a=1, b = "two words", c=')))
csv = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))')
print([quoted.replace('""', '"') or plain for quoted, plain in csv.findall('one,"two, three","say ""hi""",,end')])
print(re.sub(r"(?<=[a-z0-9])([A-Z])", lambda m: "_" + m[1].lower(), "someCamelCase2Snake"))
print(re.sub(r"_([a-z])", lambda m: m[1].upper(), "snake_to_camel"))
print(re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2], "every word here"))
print(re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"))
