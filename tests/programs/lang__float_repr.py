# Floats in and out.

# === Shortest ===
for x in (0.1, 0.3, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345678.0, 1e21, 1e22, 1e23, 1e-3, 1e-4, 1e-5, 0.00012345,
          5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993.0, 4.35, 0.1 + 0.7, 1.1 * 3, 1e100):
    print(x, -x, float(repr(x)) == x)

# === Rounding ===
print([round(x / 2) for x in range(-5, 6)], [round(x, 1) for x in (0.05, 0.15, 0.25, 0.35, 2.345)], round(2.345, 2))
print([f"{x:.0f}" for x in (0.5, 1.5, 2.5)], [f"{x:.2f}" for x in (1.005, 2.675, 1e-10, 123456.789)], round(1e300, -299))
print([f"{x:g}" for x in (1e5, 1e6, 123456789.0, 0.0001, 0.00001, 1.5)], [f"{x:.10g}" for x in (1 / 3, 1e10, 1e-10)])
print([f"{x:e}" for x in (0.0, 1.0, 12345.678, 1e-300)], f"{1e16:f}", f"{1e22:.1f}", f"{0.1:.20f}", f"{1/3:.30f}")

# === Arithmetic ===
print(0.1 * 3, 0.1 + 0.2 - 0.3, 1e16 + 1, 1e308 + 1e308, 5 % 0.3, -5 % 0.3, 5 // 0.3, 1e-320 / 10, 2.0 ** -1074, 3.0 ** 5)
print(float("nan") != float("nan"), float("inf") > 1e308, -float("inf"), float("inf") - float("inf"), 0.0 * float("inf"))
print(max(float("nan"), 1), max(1, float("nan")), sorted([3.0, float("-inf"), 1.0]))
nan = float("nan")
print(nan in [nan], nan == nan, hash(0.5), hash(float("inf")), hash(-1.0), hash(2.0 ** 70) == hash(2 ** 70))

# === Parsing ===
print([float(s) for s in ("1", " 1.5 ", "1e3", ".5", "5.", "1_0.5", "-inf", "NaN", "+1E-2", "0x10" if False else "1e400")])
for s in ("", "1.2.3", "abc", "1e", "0x10", "1 2"):
    try:
        float(s)
    except ValueError as error:
        print(error)

# === To integers ===
print(int(1e22), int(-2.9), (10.0).is_integer(), (0.1).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), 7.0 // 2, divmod(-7.0, 2))
print(1.0 == 1, 0.1 == 1 / 10, 10 ** 22 == 1e22, 10 ** 23 == 1e23, 3 < 3.5 < 4, 2 ** 63 < 9.3e18, 1e400 > 10 ** 400)
