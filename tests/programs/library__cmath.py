# Functions of complex numbers.
import cmath
import math

NAMES = "sqrt exp log log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase polar".split()
POINTS = [1, -1, 1.5, -3, 1j, -1j, 3 + 4j, -3 - 4j, 0.5 - 0.25j, -0.5 + 2j, complex(-1, -0.0), complex(0.0, -2), 1e-10 + 1e-10j, 1e200 + 1e-3j, 20 + 1j]

for name in NAMES:
    function = getattr(cmath, name)
    for z in POINTS:
        try:
            print(name, z, function(z))
        except (ValueError, OverflowError) as error:
            print(name, z, type(error).__name__, error)

print(cmath.rect(2, math.pi / 3), cmath.rect(1, 0), cmath.rect(3.0, cmath.pi))
print(cmath.log(8, 2), cmath.log(1j, 10), cmath.pi == math.pi, cmath.infj, cmath.nanj, cmath.inf)
print(cmath.isfinite(1 + 1j), cmath.isinf(complex(1, math.inf)), cmath.isnan(complex(math.nan, 1)))
print(cmath.isclose(1 + 1e-10j, 1), cmath.isclose(1, 2), cmath.isclose(1e-12, 0, abs_tol=1e-9))
print(cmath.exp(1j * math.pi), abs(cmath.exp(1j)), cmath.sqrt(-4), cmath.sqrt(complex(-4, -0.0)))
for wrong in [lambda: cmath.log(0), lambda: cmath.sqrt("1"), lambda: cmath.exp(1000), lambda: cmath.atanh(1), lambda: cmath.cosh(-2000), lambda: cmath.sqrt([]), lambda: cmath.isclose(1, 2, rel_tol=-1)]:
    try:
        print(wrong())
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)


# === Roots of a quadratic equation, and of one ===
def roots(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, -3, 2), roots(1, 2, 5))
for k in range(5):
    r, phi = cmath.polar(cmath.exp(2j * cmath.pi * k / 5))
    print(round(r, 12), round(math.degrees(phi), 9))
