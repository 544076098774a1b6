# String literals: prefixes, escapes, joining, encodings.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(repr("\a\b\f\v\0\x41\101\u00e9"))
print(repr('single "double"'), repr("it's"), repr("both ' and \""), repr("\\"), repr("\n\t\r"), repr("\x7f\x80\xa0\xad"), repr("\u200b\ufeff"), repr("é漢🐍"))
print(r"raw \n \" still", r'\'', b"bytes \x00\xff", rb"\x00", Rb"\n", u"unicode", "adjacent " 'strings ' """joined""", f"{'f'}" "plain" f"{1}", "line \
continued")
print("""triple "quoted" text
    keeps   spaces
\tand tabs""", '''it''s''')
print(len("é"), len("e\u0301"), "é" == "e\u0301", len("🐍"), "🐍"[0], ord("🐍"), chr(128013), "a\0b", len("a\0b"), "•")
print("ß".upper(), "İ".lower() == "i̇", "ŉ".upper(), "ǅ".title(), "Σ".lower(), "ΑΣ".lower(), "straße".casefold() == "STRASSE".casefold(), "ı".upper(), "ÿ".upper())

# === Encodings ===
for text in ("abc", "é", "漢", "🐍", ""):
    print(text.encode(), text.encode("utf-8").decode() == text, text.encode("ascii", "ignore"), text.encode("ascii", "replace"), text.encode("ascii", "xmlcharrefreplace"), text.encode("ascii", "backslashreplace"))
for f in (lambda: "é".encode("ascii"), lambda: "漢".encode("latin-1"), lambda: b"\xff".decode(), lambda: b"\xe9".decode("latin-1"), lambda: "x".encode("nope"), lambda: b"\x80".decode("ascii"), lambda: b"\xc3\xa9".decode("utf-8"), lambda: b"\xf0\x9f".decode("utf-8", "replace"), lambda: "a".encode("utf-8", "nope"), lambda: "é".encode("ascii", "nope"), lambda: str(b"abc"), lambda: str(b"abc", "ascii"), lambda: str("x", "ascii"), lambda: bytes("é", "utf-8")):
    show(f)

# === Identifiers ===
naïve, ñ, 变量, _x1 = 1, 2, 3, 4
print(naïve + ñ + 变量 + _x1, "naïve".isidentifier(), "1x".isidentifier(), "class".isidentifier(), "a b".isidentifier(), "".isidentifier())
print("abc" < "abd" < "b" < "é" < "漢" < "🐍", sorted(["b", "A", "a", "é", "Z"]), min("hello"), "a" in "abc", "" in "abc", "abc".find(""), "abc".count(""), "a,b,,c".split(","), ",".join("abc"), "x".join([]))
