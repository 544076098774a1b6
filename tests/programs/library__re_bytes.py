# re: patterns of bytes.
import re


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


data = b"GET /index.html HTTP/1.1\r\nHost: a.example\r\nX: \xff\xfe\r\n\r\n"
m = re.match(rb"(?P<verb>[A-Z]+) (?P<path>\S+) HTTP/(\d)\.(\d)\r\n", data)
print(m, m.groups(), m["verb"], m.groupdict(), m.span("path"), m.string is data)
print(re.findall(rb"^(\w+): ([^\r]*)\r$", data, re.M))
print(re.split(rb"\r\n", data), re.sub(rb"\d", b"#", data[:30]), re.search(b"\xff", data))
print(re.findall(rb"\w", b"a\xe9_9 "), re.findall(rb"\W", b"a\xe9_9 "), re.findall(rb"[\x80-\xff]", data), re.findall(rb"(?i)x|\xe9", b"X\xe9\xc9"))
print(re.findall(rb"(?L)\w", b"a\xe9"), re.findall(rb"(?Li)A", b"aA"), re.findall(rb"[^\x00-\x7f]", b"a\xff"))
print(re.compile(rb"a\xff\n"), re.compile(b"\xff").pattern, re.compile(rb"(?P<n>a)").groupindex)
print(re.findall(b".", b"\x00\n\xff"), re.findall(b"(?s).", b"\x00\n\xff"), re.findall(rb"\x41|\101|\x42", b"AB"))
print(re.escape(b"a+b"), re.fullmatch(re.escape(b"\x00.\n"), b"\x00.\n"))
print([m.span() for m in re.finditer(b"a*", b"baac")], re.subn(b"", b"-", b"ab"))

# === bytearray ===
array = bytearray(b"one two")
m = re.search(rb"t(\w+)", array)
print(m, m[1], type(m[1]), m.string is array, re.findall(rb"\w+", array), re.split(b" ", array), re.sub(b"o", b"0", array))
print(re.match(b"one", array))

# === str and bytes do not mix ===
show(re.search, "a", b"a")
show(re.search, b"a", "a")
show(re.findall, "a", bytearray(b"a"))
show(re.split, b"a", "a")
show(re.finditer, "a", b"a")
show(re.fullmatch, "a", 5)
show(re.match, "a", None)
show(re.match, b"a", ["a"])
show(re.compile("a").scanner, b"a")

# === Errors in patterns of bytes ===
for pattern in (b"(", b"\\", rb"\q", rb"\u0041", rb"\N{DASH}", b"(?u)a", b"(?P<\xe9>a)", b"(?P<1>a)", b"[\xff-\x00]", b"(?\xe9)", rb"(?P=\xe9)", b"[", b"a**", b"(?P<a>x)(?P<a>y)", b"(?(\xe9)a)"):
    try:
        print(re.compile(pattern))
    except re.error as error:
        print(pattern, error.msg, error.pos, error.pattern)
