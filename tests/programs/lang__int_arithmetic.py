# Integer arithmetic at its edges.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Division with signs ===
for a in (7, -7):
    for b in (3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a / b, int(a / b))
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 0**-1, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0)):
    show(f)
print(-7 // 2 * 2 + -7 % 2, (-1) % 10**20, -(10**20) // 3, divmod(-(10**20), 7))

# === Powers ===
print(2**10, (-2) ** 3, -2**2, 2**-2, 0**0, 2**0.5, (-8) ** (1 / 3))
print(pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 7), pow(3, 3, -7), pow(10, 0, 1))
show(lambda: pow(2, 0.5, 3))
show(lambda: pow("a", 2))
show(lambda: 2**"a")
print(pow(base=2, exp=5, mod=7))

# === Bits ===
print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 5, 100 >> 3, -1 >> 10, -5 & 0xFF, -5 | 2, -5 ^ 2, 1 << 100)
show(lambda: 1 << -1)
show(lambda: 1 >> -1)
show(lambda: 1.0 << 1)
show(lambda: ~1.5)
show(lambda: 1 & "a")
show(lambda: 0 << 10**30)
show(lambda: 1 >> 10**30)
show(lambda: -1 >> 10**30)

# === Big and small meet ===
big = 2**63
print(big, big - 1, -big, -big - 1, big * big, big // 3, big % 1000, -big >> 1, (big - 1) + 1 == big)
print(big == float(big), big + 1 == float(big), big < 1e19, 10**400 > 1e308, hash(big) == hash(float(big)))
show(lambda: float(10**400))
show(lambda: 10**400 / 3)
show(lambda: 10**400 * 1.0)
print(10**400 / 10**399, (10**20) / 3, 3 / 10**20, -(10**30) / 7)
print(abs(-big), -(-big), +big, bool(0), bool(big), int(True) + True)
print(round(12345, -2), round(12355, -1), round(15, -1), round(25, -1), round(-15, -1), round(5, 3), round(149, -2), round(10**30 + 5, -1))
show(lambda: round(5, "a"))
show(lambda: round(5, 1.0))

# === Booleans are integers ===
print(True + True, True * 5, True / 2, -True, ~False, True & False, True | 2, True ^ True, sum([True, False, True]), isinstance(True, int))
print(True == 1, True is (not False), {True: "a", 1: "b", 1.0: "c"}, [10, 20][True], "ab" * True)
