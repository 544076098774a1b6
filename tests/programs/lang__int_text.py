# Integers from texts and to texts.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === int() ===
for text in ["12", " 12 ", "+7", "-0", "1_000", "0x1f", "", " ", "1__0", "_1", "1_", "1.0", "1e3", "٣", "12a", "- 1", "--1"]:
    show(lambda: int(text))
for text, base in [("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("0", 0), ("00", 0),
                   ("z", 36), ("z", 35), ("12", 2), ("1", 1), ("1", 37), ("1", -1), ("0b1", 16), ("0x", 16), ("0b2", 0)]:
    show(lambda: int(text, base))
show(lambda: int(3.99))
show(lambda: int(-3.99))
show(lambda: int(float("nan")))
show(lambda: int(float("inf")))
show(lambda: int(1e30))
show(lambda: int(None))
show(lambda: int([1]))
show(lambda: int(1j))
show(lambda: int(5, 10))
show(lambda: int(base=10))
show(lambda: int(b"42"))
show(lambda: int(b"4\xff"))
show(lambda: int("1", "10"))
show(lambda: int(1, 2, 3))
show(lambda: int())

# === To other bases ===
for n in (0, 1, -1, 255, -255, 2**70):
    print(bin(n), oct(n), hex(n), f"{n:b} {n:o} {n:x} {n:X} {n:#x} {n:#010b}")
show(lambda: bin(1.0))
show(lambda: hex("a"))
show(lambda: chr(0x110000))
show(lambda: chr(-1))
show(lambda: chr("a"))
show(lambda: ord("ab"))
show(lambda: ord(""))
show(lambda: ord(1))
show(lambda: ord(b"a"))

# === Methods ===
print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (255).bit_count(), (-7).bit_count())
print((1024).to_bytes(2), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True))
show(lambda: (256).to_bytes(1))
show(lambda: (-1).to_bytes(1))
show(lambda: (1).to_bytes(2, "middle"))
show(lambda: (1).to_bytes(-1))
print(int.from_bytes(b"\x01\x00"), int.from_bytes(b"\x01\x00", "little"), int.from_bytes(b"\xff", signed=True))
show(lambda: int.from_bytes("ab"))
print((7).as_integer_ratio(), (7).is_integer(), (7).conjugate(), (7).real, (7).imag, (7).numerator, (7).denominator)
show(lambda: (7).foo)
