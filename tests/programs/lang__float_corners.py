# Floats at their corners.
import math


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


inf, nan = float("inf"), float("nan")

# === Texts to floats ===
for text in ["1", "1.", ".5", "1e5", "1E-5", " 2.5 ", "1_0.5", "inf", "-Infinity", "nan", "+nan", "1e400", "-1e400", "1e-400",
             "", ".", "1e", "0x1p3", "1__0", "infinit", "1,5", "٣.٥"]:
    show(lambda: float(text))
show(lambda: float([]))
show(lambda: float(None))
show(lambda: float(b"1.5"))
show(lambda: float("1", "2"))
show(lambda: float(1j))

# === Reprs ===
print(0.1, 0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 1.5e300, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23)
print(2.0**53, 2.0**53 + 1, 1 / 3, 2 / 3, 100.0, 1e100)

# === Special values ===
print(inf + 1, inf - inf, inf * 0, -inf, inf == inf, nan == nan, nan != nan, nan < 1, nan > 1, max(1, nan), max(nan, 1))
print(inf > 10**400, -inf < -(10**400), math.isnan(inf % 1), 1 % inf, -1 % inf, 1 // inf, -1 // inf)
print(0.0 == -0.0, str(-0.0), 1 / inf, math.copysign(1, -0.0), -0.0 + 0.0, abs(-0.0), round(-0.4))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0**-1, lambda: 1e200**2, lambda: 2.0**5000, lambda: (-2.0) ** 0.5):
    show(f)
print(1e308 * 10, -1e308 * 10, inf**0, 1**nan, 0 * inf, nan**0, (-inf) ** 3, (-8.0) ** 3)

# === Division and remainder ===
for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (1, 0.1), (0.3, 0.1), (-0.0, 5)]:
    print(a, b, a // b, a % b, divmod(a, b), math.fmod(a, b))

# === Rounding ===
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675)], round(2.675, 2), round(1.25, 1), round(1.35, 1), round(1234.5, -2), round(5e15 + 0.5))
show(lambda: round(inf))
show(lambda: round(nan))
show(lambda: round(1.5, "a"))
print(round(1e300, 300), round(1.5, 400), round(1.5, -400), round(inf, 2), round(1.5, None))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), int(-1.5), math.floor(1e20))

# === Methods ===
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), inf.is_integer())
print((0.1).hex(), (1.0).hex(), (-0.0).hex(), inf.hex(), float.fromhex("0x1.8p1"), float.fromhex("inf"), float.fromhex("0x.8"))
show(lambda: inf.as_integer_ratio())
show(lambda: nan.as_integer_ratio())
show(lambda: float.fromhex("zz"))
print(hash(0.5) == hash(0.5), hash(1.0) == hash(1), hash(inf), hash(-inf), {0.0: "zero"}[-0.0], 1.0 in [1], 2.5.real, 2.5.imag)
