# bytes and bytearray, as far as learners meet them.

# === Values ===
b = b"hello"
print(b, b[0], b[1:3], len(b), list(b"ab"), b + b"!", b * 2, b"ell" in b, 104 in b, b == b"hello", b < b"help")
print(b"\x00\xff\n\t\\'", b"it's", bytes(3), bytes([65, 66]), bytes("é", "utf-8"), b"".join([b"a", b"b"]))

# === To and from text ===
print("é€".encode(), b"\xc3\xa9".decode(), "abc".encode("ascii"), b.decode("utf-8").upper(), b.hex(), bytes.fromhex("68 69"))
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error)
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)
print("é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), b"a\xffb".decode("utf-8", "replace"))

# === Methods ===
print(b.upper(), b.find(b"l"), b.replace(b"l", b"L"), b"a,b".split(b","), b" x ".strip(), b.startswith(b"he"), b.count(b"l"))

# === bytearray ===
a = bytearray(b"abc")
a[0] = 90
a.append(33)
a.extend(b"??")
print(a, bytes(a), len(a), a[1:2])

# === Mixing ===
for f in (lambda: b"a" + "b", lambda: "a" in b"a", lambda: bytes([256]), lambda: bytes("x"), lambda: b"a" == "a"):
    try:
        print(f())
    except (TypeError, ValueError) as error:
        print(error)
