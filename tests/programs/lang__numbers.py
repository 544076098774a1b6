# int and float: arithmetic, big integers, reprs, conversions.

# === Integers ===
print(7 // 2, -7 // 2, 7 // -2, -7 % 3, 7 % -3, divmod(-7, 2), 7 / 2, 6 / 3, 2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 0 ** 0)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -9 >> 1, 0b101, 0o17, 0xff, 1_000_000, abs(-3), pow(3, 4), pow(3, 4, 5), pow(3, -1, 7))
print(True + True, True * 5, int(True), bool(0), bool(-1), 3 == 3.0, 1 < 2 < 3, 1 < 3 < 2, round(7.5), round(-1234, -2))

# === Big ===
big = 2 ** 100
print(big, -big, big // 3, big % 1000, big * big, big + 1 > big, big - big, big >> 90, big == 2.0 ** 100)
print(10 ** 30 // 7, -(10 ** 30) // 7, -(10 ** 30) % 7, (10 ** 20) ** 2, 3 ** 200 % 10 ** 9, hex(big), bin(255), oct(64))
print(9223372036854775807 + 1, -9223372036854775808 - 1, 4611686018427387904 * 2, 1 << 64, (1 << 64) - 1, ~(1 << 64), big & 0xff)
print(big.bit_length(), (255).bit_count(), int("123456789012345678901234567890") + 1, (5).bit_length(), (10).to_bytes(2, "big"))
n = 1
for i in range(1, 31):
    n *= i
print(n, n // (10 ** 20), str(n)[::-1][:5])

# === Floats ===
print(0.1 + 0.2, 1.0, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 1.5e300 * 1e10, 1e22, 1e23, 100.0, 5e-324, 1.7976931348623157e308)
print(float("inf"), -float("inf"), float("nan"), float("nan") == float("nan"), 1e308 * 10, -0.0, 0.0 == -0.0, 1 / 3, 2 / 3)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, -2), 2.0 ** 0.5, 2 ** 0.5, 9 ** 0.5, 10 / 4, 3 * 0.1)
print(round(2.5), round(3.5), round(2.675, 2), round(1234.5678, -2), round(1.0), round(0.5), round(-1.5), round(1e20), round(3.14159, 3))
print((2.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), int(3.9), int(-3.9), float("1e3"), float(" 2.5 "), (1.5).hex())
print(1.0 == 1, hash(1.0) == hash(1), 1 < 1.5, 10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53 + 1), max(1, 2.5), sum([0.1] * 10))

# === Conversions ===
print(int("42"), int("-7"), int(" 5 "), int("ff", 16), int("0b11", 0), int("1_000"), int("z", 36), str(3.0), complex(1, 2))
print(repr(1.1), str(10 ** 20), float(10 ** 20), int(1e20), bool("0"), bool(""), bool([]), chr(65), ord("A"))
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 0 ** -1, lambda: int("x"),
          lambda: int("1.5"), lambda: float("x"), lambda: int(float("nan")), lambda: int(float("inf")), lambda: 1 << -1,
          lambda: int([]), lambda: float(10 ** 400), lambda: 2.0 ** 10000, lambda: int("9", 8), lambda: round("x")):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
