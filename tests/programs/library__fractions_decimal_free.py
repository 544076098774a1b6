# Fractions.
from fractions import Fraction
import math


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a, b = Fraction(1, 3), Fraction("3/4")
print(a, repr(a), a + b, a - b, a * b, a / b, a**2, a**-1, b // a, b % a, divmod(b, a), -a, abs(Fraction(-1, 2)), a < b, a == Fraction(2, 6), a + 1, 2 * a, a + 0.5, a == 1 / 3, hash(Fraction(2)) == hash(2))
print(Fraction(), Fraction(3), Fraction(6, -4), Fraction("0.125"), Fraction(" -1.5e2 "), Fraction(0.5), Fraction(0.1).limit_denominator(10), Fraction("1_0/3"), Fraction(Fraction(1, 2), Fraction(1, 4)), Fraction(True, 2))
print(a.numerator, a.denominator, a.as_integer_ratio(), float(a), int(Fraction(7, 2)), round(Fraction(7, 2)), round(Fraction(22, 7), 2), math.floor(Fraction(-7, 2)), math.ceil(Fraction(-7, 2)), math.trunc(Fraction(-7, 2)), bool(Fraction(0)), Fraction(math.pi).limit_denominator(1000), a.is_integer(), Fraction(4, 2).is_integer())
print(sum([Fraction(1, n) for n in range(1, 6)]), max(a, b), sorted([b, a, Fraction(1, 2)]), f"{b} {b!r} {b:.3f} {Fraction(22, 7):.2%} {a:>8} {b:+} {-a:*^9} {Fraction(12345678, 7):,} {Fraction(3):#}", str(Fraction(5, 1)), [Fraction(1, 2)], {Fraction(1, 2): "half"}[0.5], Fraction(1, 2) in [0.5], complex(a) if hasattr(a, "__complex__") else None, a.conjugate(), a.real, a.imag)
for f in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1, 2) / 0, lambda: Fraction("1/0"), lambda: Fraction(1.5, 2), lambda: Fraction(None), lambda: a + "1", lambda: a < "1", lambda: Fraction(float("nan")), lambda: Fraction(float("inf")), lambda: Fraction(0) ** -1, lambda: Fraction(-1) ** Fraction(1, 2), lambda: a % 0, lambda: setattr(a, "numerator", 5), lambda: a.limit_denominator(0)):
    show(f)


def continued(x, n):
    terms = []
    for _ in range(n):
        terms.append(x.numerator // x.denominator)
        x -= terms[-1]
        if x == 0:
            break
        x = 1 / x
    return terms


def egyptian(x):
    while x:
        n = -(-x.denominator // x.numerator)
        yield Fraction(1, n)
        x -= Fraction(1, n)


print(continued(Fraction(415, 93), 9), list(map(str, egyptian(Fraction(7, 15)))), Fraction(3, 7) ** 3, Fraction(2) ** 0.5 == 2**0.5, Fraction(10**30, 3 * 10**29), Fraction(1, 3).__round__(3))
