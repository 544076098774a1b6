# fractions, one expression each.
from fractions import Fraction as F

a, b = F(1, 3), F(3, 4)

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (a, b, str(a), a + b, a - b, a * b, a / b, a ** 2, a ** -2, -a, abs(-a), b // a, b % a, divmod(b, a)))
show(lambda: (F(6, 4), F(-6, 4), F(6, -4), F(3), F(), F("2/3"), F("0.25"), F("1e-2"), F(0.5), F(" 1/2 ")))
show(lambda: (a < b, a == F(2, 6), a == 1 / 3, b == 0.75, F(2) == 2, hash(F(2)) == hash(2), max(a, b), sorted([b, a])))
show(lambda: (a + 1, 1 + a, a + 0.5, a * 2, 2 / a, a - 1, 1 - a, a + 1j, True + a))
show(lambda: (a.numerator, a.denominator, float(b), int(F(7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 3), b.limit_denominator(2), F(3.14159).limit_denominator(100)))
show(lambda: (sum([a, b]), sum([F(1, n) for n in (1, 2, 3)]), [a] * 2, {a: "third"}[F(1, 3)], bool(F(0)), a.is_integer(), F(4, 2).is_integer(), a.as_integer_ratio()))
show(lambda: (f"{a} {b:.2f} {b:>6} {a!r}", "%s" % a, format(a, ""), repr([a])))
show(lambda: (F(1, 0)))
show(lambda: (F("x")))
show(lambda: (F("1/0")))
show(lambda: (F(1.5, 2)))
show(lambda: (F(None)))
show(lambda: (a / 0))
show(lambda: (a % 0))
show(lambda: (a + "x"))
show(lambda: (a < "x"))
show(lambda: (F(float("nan"))))
show(lambda: (F(float("inf"))))
show(lambda: (F(0) ** -1))
show(lambda: (a ** 0.5, F(4) ** F(1, 2), 2 ** F(2), 2 ** F(1, 2), F(-8) ** F(1, 3) if False else F(1, 2) ** 2))
