# str: methods, slicing, searching, tests.

# === Case and space ===
s = "  Hello, World  "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), s.lower(), s.upper(), s.swapcase())
print("hello world".title(), "hello".capitalize(), "xxabxx".strip("x"), "www.a.com".lstrip("w."))
print("ab".center(6, "*"), "ab".ljust(5, "."), "ab".rjust(5), "42".zfill(5), "-42".zfill(5))

# === Search ===
t = "banana"
print(t.find("an"), t.rfind("an"), t.find("x"), t.index("na"), t.count("a"), t.count("ana"), t.find("a", 2), t.count(""))
print(t.startswith("ba"), t.endswith(("x", "na")), "nan" in t, t.startswith("na", 2))
try:
    t.index("x")
except ValueError as error:
    print(error)

# === Split and join ===
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(None, 1), "a-b-c".rsplit("-", 1), "".split(), "".split(","))
print("one\ntwo\r\nthree".splitlines(), "a=b=c".partition("="), "a=b=c".rpartition("="), "ab".partition("x"))
print("-".join(["a", "b"]), "".join("xyz"), ", ".join(str(n) for n in range(3)))
try:
    ",".join(["a", 1])
except TypeError as error:
    print(error)

# === Replace ===
print(t.replace("a", "o"), t.replace("a", "o", 2), "aaa".replace("", "-"), t.removeprefix("ba"), t.removesuffix("na"))
print("abc".translate({97: "X", 98: None}), "abc".translate(str.maketrans("ac", "AC")), "a\tb".expandtabs(4))

# === Tests ===
print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "ab".islower(), "AB".isupper())
print("a_1".isidentifier(), "1a".isidentifier(), "".isalpha(), "x".isprintable(), "é".isascii())

# === Slices ===
u = "abcdef"
print(u[0], u[-1], u[1:4], u[:3], u[3:], u[::2], u[::-1], u[-3:-1], u[10:], u[4:1:-1], u[:-10:-1])
try:
    u[10]
except IndexError as error:
    print(error)

# === Operators ===
print("a" + "b", "ab" * 3, 2 * "x", "a" < "b", "a" < "B", "abc" < "abd", "" < "a", "a" * -1 == "")
print(len("日本語"), "日本語"[1], ord("é"), chr(8364), ascii("é€"), max("hello"), sorted("hello"))
print("%s-%s" % ("a", 1), "abc"[1:][:1], "x" "y")

# === repr ===
print(repr("it's"), repr('say "hi"'), repr("it's \"both\""), repr("tab\t nl\n cr\r bs\\ nul\0 esc\x1b é \u200b \U0001f600"))
print(str(5) + "!", repr("a"), str("a"), "\x41\u0042\103", r"raw\n", "line \
continued")
print("encode é".encode(), b"bytes".decode(), "é".encode("latin-1"), list(b"ab"), bytes([65, 66]))
