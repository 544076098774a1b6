# UTF-16, UTF-32, UTF-8 with a mark, code pages, and the handlers of errors.
text = "aé€😀"
for codec in ("utf-16", "utf-16-le", "utf-16-be", "UTF_16_LE", "utf16", "utf-32", "utf-32-le", "utf-32-be", "u16", "U32", "utf_32_be", "utf-8-sig", "utf_8_sig", "utf8", "UTF-8"):
    data = text.encode(codec)
    print(codec, data, data.decode(codec) == text, "".encode(codec), b"".decode(codec) == "")

# === Marks ===
print(repr(b"\xff\xfea\x00".decode("utf-16")), repr(b"\xfe\xff\x00a".decode("utf-16")), repr(b"a\x00".decode("utf-16")))
print(repr(b"\xff\xfea\x00".decode("utf-16-le")), repr(b"\xff\xfe\x00\x00a\x00\x00\x00".decode("utf-32")), repr(b"\x00\x00\xfe\xff\x00\x00\x00a".decode("utf-32")))
print(repr(b"\xef\xbb\xbfa".decode("utf-8-sig")), repr(b"\xef\xbb\xbfa".decode("utf-8")), repr(b"a".decode("utf-8-sig")), repr(b"\xef\xbb".decode("utf-8-sig", "replace")))
print(str(b"h\x00i\x00", "utf-16-le"), bytes("hi", "utf-16-be"), bytearray("hi", "utf-32-le"), repr("\ufeffx".encode("utf-8-sig")))

# === Code pages ===
print("é€\u201cx\u201d".encode("cp1252"), b"\x80\x93\x94\xe9".decode("windows-1252"), "é".encode("latin-1"), "é".encode("iso-8859-1"), "€".encode("iso-8859-15"), b"\xa4\xa6".decode("iso8859-15"))


def failing(action):
    try:
        print(repr(action()))
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
        if isinstance(error, UnicodeError):
            print("   ", error.encoding, error.object, error.start, error.end, error.reason)


# === Errors ===
for data, codec in [
    (b"a", "utf-16-le"), (b"a\x00b", "utf-16-le"), (b"\x00\xd8", "utf-16-le"), (b"\x00\xd8a\x00", "utf-16-le"), (b"\x00\xdca\x00", "utf-16-le"),
    (b"\xd8\x00", "utf-16-be"), (b"\xd8\x00\xd8\x00", "utf-16-be"), (b"\xdc\x00", "utf-16-be"), (b"\xd8", "utf-16-be"), (b"\xd8\x00\xdc", "utf-16-be"),
    (b"\xff\xfe\x00", "utf-16"), (b"\xff", "utf-16"), (b"\xfe\xff\xd8\x00", "utf-16"), (b"\x00\xd8", "utf-16"),
    (b"a", "utf-32-le"), (b"a\x00\x00\x00b\x00", "utf-32-le"), (b"\x00\x00\x11\x00", "utf-32-le"), (b"\x00\xd8\x00\x00", "utf-32-le"), (b"\x00\x11\x00\x00", "utf-32-be"),
    (b"\xff\xfe\x00", "utf-32"), (b"\x00\x00\xfe\xff\x00\x11\x00\x00", "utf-32"), (b"abc", "utf-32"),
    (b"a\xff", "utf-8-sig"), (b"\xef\xbb\xbfa\xff", "utf-8-sig"), (b"\x81a", "cp1252"), (b"\x81\x8d", "cp1252"), (b"\xff", "ascii"),
]:
    print(data, codec)
    failing(lambda: data.decode(codec))
    for handler in ("ignore", "replace", "backslashreplace"):
        failing(lambda: data.decode(codec, handler))

# === Handlers ===
for codec in ("ascii", "latin-1", "cp1252"):
    for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
        failing(lambda: "aé€\u0141😀z".encode(codec, handler))
failing(lambda: "a".encode("utf-99"))
failing(lambda: "é".encode("ascii", "nonsense"))
failing(lambda: b"\xff".decode("ascii", "nonsense"))
failing(lambda: "a".encode("ascii", "nonsense"))
failing(lambda: b"\xff".decode("ascii", "xmlcharrefreplace")) if 0 else None
failing(lambda: b"\x00\xd8".decode("utf-16-le", "nonsense"))
