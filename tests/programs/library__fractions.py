# fractions and numbers: exact arithmetic, and the tower of numbers.
import math
import numbers
from fractions import Fraction


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Making fractions ===
for args in ((), (3,), (6, 4), (-6, 4), (6, -4), (0, 5), ("3/7",), (" -3/7 ",), ("1.25",), ("-.5",), ("1e-3",), ("7e2",), (0.5,), (1.1,), (Fraction(1, 2), Fraction(3, 4)), (True, 2), ("1_000/3",)):
    show(Fraction, *args)
for args in ((1, 0), ("nope",), ("1/0",), (1.5, 2), (None,), ("1/",), ("",), ("3 / 4",)):
    show(Fraction, *args)

# === Arithmetic ===
a, b = Fraction(3, 4), Fraction(5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(b, a), a**2, a**-2, -a, +a, abs(-a), a + 1, 1 - a, 2 * a, 1 / a, 2 // a, 2 % a)
print(a + 0.25, 0.5 * a, a**0.5, 2**a, a + 1j, sum([Fraction(1, 3)] * 3), Fraction(1, 3) + Fraction(2, 3) == 1)
show(lambda: a / 0)
show(lambda: a + "x")
show(lambda: Fraction(0) ** -1)

# === Comparing and rounding ===
print(a < b, a == 0.75, a == Fraction(6, 8), a > 0.5, max(a, b), sorted([b, a, Fraction(1, 2)]), hash(a) == hash(0.75), hash(Fraction(5)) == hash(5), {0.75: "x"}[a], Fraction(1, 3) == 1 / 3)
print(int(Fraction(7, 2)), int(Fraction(-7, 2)), math.floor(Fraction(-7, 2)), math.ceil(Fraction(7, 2)), round(Fraction(7, 2)), round(Fraction(5, 2)), round(Fraction(22, 7), 2), float(a), bool(Fraction(0)), math.trunc(Fraction(9, 2)))
print(Fraction(math.pi).limit_denominator(100), Fraction("3.1415926535897932").limit_denominator(1000), Fraction.from_float(0.3), a.as_integer_ratio(), a.numerator, a.denominator, a.is_integer(), f"{a}", f"{a:.3f}", str(Fraction(4)))

# === The tower ===
for value in (1, True, 1.5, 1j, Fraction(1, 2)):
    print(value, [kind.__name__ for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(value, kind)])
show(numbers.Real)
print(issubclass(int, numbers.Rational), issubclass(float, numbers.Rational), (5).numerator, (5).denominator, (2.5).as_integer_ratio())

# === Series ===
harmonic = sum(Fraction(1, n) for n in range(1, 11))
print(harmonic, float(harmonic))
x = Fraction(1)
for _ in range(4):
    x = (x + 2 / x) / 2
print(x, float(x) ** 2)
