# int, float, complex and bool together.
from fractions import Fraction
import operator


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


values = [True, 2, -3, 2.5, -0.5, 1 + 2j, 10**20, Fraction(1, 3)]
for name in ("add", "sub", "mul", "truediv"):
    function = getattr(operator, name)
    print(name, [repr(function(a, b)) for a in values[:6] for b in values[:4]])
for name in ("floordiv", "mod", "pow"):
    function = getattr(operator, name)
    for a, b in [(True, 2), (-3, 2), (-3, -2), (2.5, 2), (-2.5, 2), (7, 2.5), (10**20, 3), (Fraction(7, 2), 2), (2, 0.5), (-8, 2)]:
        show(lambda: function(a, b))
print([a == b for a in values for b in values].count(True), [a for a in values[:5] if a in (1, 2.0, -3.0)], 1 == True == 1.0 == 1 + 0j, hash(2) == hash(2.0) == hash(Fraction(2)))
print(sorted([2.5, True, -3, 10**20, Fraction(1, 3)]), max(2, 2.0, True), min(0, -0.0), 0.1 + 0.2 == 0.3, 0.5 == Fraction(1, 2), 10**20 == 1e20, 2**53 + 1 == float(2**53))
print(int(True), float(3), complex(2), bool(0.0), bool(0j), int(2.9), int(-2.9), float("1e3"), int("-7"), complex("1+2j"), bool("False"), int(Fraction(7, 2)), float(Fraction(1, 3)), round(Fraction(5, 2)))
for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: 1 + None, lambda: 2.5 // 0, lambda: 1j // 1, lambda: 1 < 1j, lambda: int(1j), lambda: float(1j), lambda: int("1.5"), lambda: -"a", lambda: ~2.5, lambda: 1 << 2.0, lambda: 2.0 & 1, lambda: [1] * 2.0, lambda: "a" * 2.5, lambda: "a" * True, lambda: 1 @ 2, lambda: True + True, lambda: -True, lambda: ~True, lambda: True * "ab", lambda: 5 % 0.0, lambda: 0 ** 0, lambda: 0.0 ** 0, lambda: 1 if 0j else 2):
    show(f)
n = 5
for op in ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", ">>=", "<<="):
    namespace = {"n": 13}
    exec(f"n {op} 3", namespace)
    print(op, namespace["n"], end=" ")
print()
print(0b1010, 0o17, 0xFF, 1_000_000, 1e3, .5, 5., 1e-3, 0x_ff, 0b_1, 10_0.0_1, 1_0j, 0_0)
