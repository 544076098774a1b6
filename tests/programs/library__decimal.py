# Decimal numbers: arithmetic, rounding, contexts, texts.
from decimal import *
import decimal, math, operator
D = Decimal
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
print(D("0.1") + D("0.2"), 0.1 + 0.2, D(0.1), D("1.10"), repr(D("-0")), D("1E+5"), D("1e-10"), D("0.000001"), D("0.0000001"), D(" 3.14 "), D("1_000.5"))
print(D((0, (1, 2, 3), -2)), D(10), D(True), D("Infinity"), D("-inf"), D("NaN"), D("sNaN12"), D("nan5"), D(), D("123E-2"), D("0E+3"), D("0e-7"), D("1.5e300"))
for x in ("abc", "1.2.3", "", "1e", "--1", "1 2", "0x10"): show(lambda: D(x))
for x in (None, [], {}, b"1", 1j, (1, 2), (2, (1,), 0)): show(lambda: D(x))
ops = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.eq, operator.lt]
vals = [D(0), D("2.50"), D("-7"), D("0.1"), D("1e10"), D("1e-5"), D("Infinity"), D("NaN")]
for op in ops:
    for a in vals:
        for b in vals:
            try: r = op(a, b)
            except Exception as e: r = (type(e).__name__, str(e))
            print(op.__name__, a, b, r)
print(D(1) / D(3), D(2) / 3, 1 / D(7), D(10) / 4, D("1.00") / 3, D(100) / D("0.25"), 3 - D("0.5"), 2 * D("1.5"), D(7) // 2, D(-7) // 2, D(-7) % 3, 2 ** D("0.5"), D(2) ** 10, D(2) ** -2, D("1.1") ** 5)
show(lambda: D(1) + 1.5); show(lambda: 1.5 + D(1)); show(lambda: D(1) + "a"); show(lambda: D(1) < "a"); show(lambda: D(1) < 1.5); show(lambda: D("0.5") == 0.5); show(lambda: D("0.1") == 0.1); show(lambda: D(1) == "1"); show(lambda: D(1) + None)
print(hash(D(1)) == hash(1), hash(D("0.5")) == hash(0.5), hash(D("1e20")) == hash(10**20), {D(1): "a"}[1], D("1.0") == D(1), hash(D("1.0")) == hash(D(1)), hash(D("-2.5")) == hash(-2.5))
for e in ("0.01", "1", "1e1", "1e-5", "0.10", "1e30"):
    for v in ("3.14159", "-2.675", "2.665", "0.005", "1234567.891", "0", "99.995"):
        show(lambda: D(v).quantize(D(e)))
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(r, *[D(v).quantize(D("1"), rounding=r) for v in ("2.5", "-2.5", "3.5", "2.4", "2.6", "-2.6", "5.1", "0.5", "-0.5")])
show(lambda: D("1").quantize(D("1"), rounding="BAD"))
print(round(D("2.675"), 2), round(D("2.5")), round(D("-3.5")), type(round(D(2))), round(D("1234.5"), -2), math.floor(D("-2.5")), math.ceil(D("2.1")), int(D("-2.9")), float(D("0.1")), math.trunc(D("9.99")), bool(D(0)), bool(D("0.1")), abs(D(-3)), -D(3), +D("1.23456789012345678901234567890123"), complex(D(2)))
print(D("3.14").as_tuple(), D("-inf").as_tuple(), D("0.75").as_integer_ratio(), D("1e3").as_integer_ratio(), D("100").normalize(), D("1.200").normalize(), D("0.00").normalize(), D("12.34").adjusted(), D("1e5").to_eng_string(), D("123e7"), D("12e7").to_eng_string())
print(D("2").sqrt(), D("4").sqrt(), D("0.25").sqrt(), D("1e6").sqrt(), D(1).exp(), D("-1.5").exp(), D(10).ln(), D(2).ln(), D(1).ln(), D(100).log10(), D(2).log10(), D("0.5").ln(), D("1.0001").ln(), D(50).exp())
show(lambda: D(-1).sqrt()); show(lambda: D(0).ln()); show(lambda: D(-1).ln()); show(lambda: D(0).sqrt())
print(D("1.5").is_nan(), D("nan").is_nan(), D("inf").is_infinite(), D(1).is_finite(), D(0).is_zero(), D("-0").is_signed(), D(3).compare(D(4)), D(3).max(5), D(3).min(D("2.9")), D("1.5").copy_sign(D(-1)), D("2").fma(3, 4), D(10).remainder_near(D(4)), D(1).same_quantum(D(2)), D("1.5").scaleb(3), D(7).to_integral_value(), D("7.5").to_integral_value(), D("7.5").to_integral_exact())
for spec in ("", ".2f", "10.3f", "<10", "^10", ">10", "+.1f", ",", ",.2f", "010.2f", "e", ".3e", "E", "g", ".3g", "%", ".1%", "*^12", "=+10", " ", "08", "012,.2f", ".0f", "n", ".5", "#.0f", "z.1f"):
    print(repr(spec), *[f"[{D(v):{spec}}]" for v in ("3.14159", "-1234567.891", "0", "1e10", "0.00001234", "-0.04", "inf", "nan")])
show(lambda: format(D(1), "d")); show(lambda: format(D(1), "x")); show(lambda: f"{D('1.5')!r:>15}"); print("%s %.2f %d" % (D("1.5"), D("2.345"), D("7.9")))
c = getcontext(); print(c); print(c.prec, c.rounding)
getcontext().prec = 6; print(D(1) / D(7), D("1.23456789") + 0, D("1.23456789"))
with localcontext() as ctx:
    ctx.prec = 42; print(D(1) / D(7)); ctx.rounding = ROUND_UP; ctx.prec = 3; print(D(1) / 3)
with localcontext(prec=5) as ctx: print(D(2).sqrt())
print(D(1) / D(7)); getcontext().prec = 28
show(lambda: setattr(getcontext(), "prec", 0)); show(lambda: setattr(getcontext(), "rounding", "x")); 
getcontext().clear_flags(); D(1) / 3; print([s.__name__ for s, v in getcontext().flags.items() if v])
with localcontext() as ctx:
    ctx.traps[DivisionByZero] = False; print(D(1) / 0, D(-1) / 0); ctx.traps[InvalidOperation] = False; print(D(0) / 0, D("abc"), D(-1).sqrt()); ctx.traps[Inexact] = True; show(lambda: D(1) / 3)
ctx = Context(prec=4, rounding=ROUND_HALF_UP); print(ctx.divide(D(1), D(3)), ctx.create_decimal("1.23455"), ctx.sqrt(D(2)), ctx.add(D("1.2345"), D("2.3456")), ctx)
setcontext(Context(prec=3)); print(D("1.2345") * 1); setcontext(DefaultContext); print(D("1.2345") * 1, ExtendedContext, BasicContext)
print(sum([D("0.1")] * 10), sum(map(D, "1 2.5 3.25".split())), max(D(1), D("1.5"), 2), sorted([D(3), 1, D("2.5")]), [D("0.1") * i for i in range(5)])
from fractions import Fraction
print(D("0.5") == Fraction(1, 2), D("0.3") < Fraction(1, 3), Fraction(D("0.25"))); show(lambda: D(1) + Fraction(1, 2))
import json, copy, statistics
show(lambda: json.dumps({"a": D(1)})); print(json.dumps({"a": D("1.5")}, default=str), json.loads("[1.10, 2]", parse_float=D), copy.copy(D(1)), copy.deepcopy([D("1.5")]), statistics.mean([D("1.5"), D("2.5")]))
import numbers; print(isinstance(D(1), numbers.Number), isinstance(D(1), numbers.Real), D.from_float(0.1) == D(0.1), D.from_float(2), issubclass(InvalidOperation, ArithmeticError), issubclass(DivisionByZero, ZeroDivisionError))
class Money(Decimal):
    def __str__(self): return f"${super().__str__()}"
m = Money("2.50"); print(m, repr(m), type(m + 1), type(m), m * 2)
match D("1"):
    case Decimal(): print("decimal")
print(type(D(1)), D, D.__name__, D(1).real, D("1.5").imag, D(7).conjugate()); show(lambda: D(1).nope); show(lambda: [1, 2][D(1)]); show(lambda: "a" * D(2)); show(lambda: int(D("inf"))); show(lambda: int(D("nan"))); show(lambda: range(D(3))); show(lambda: D("nan") < 1); show(lambda: sorted([D("nan"), D(1)])); show(lambda: D("1e1000000") * 10); show(lambda: D("1e-999999") / 10**20); show(lambda: D(10) ** 1000000); show(lambda: D("9.99e999999") + D("9e999999"))
print(D("1e50") + 1, D("1e27") + 1, D("1e28") + D("0.5"), D("1e-50") + D(1), D("123456789012345678901234567890") + 0, D("1.999999999999999999999999999999") + 0)
print(pow(D(3), 4), pow(D(3), 4, 5), D("2.5") ** 2, D(4) ** D("0.5"), D(27) ** (D(1) / 3), D("1.05") ** 30, D("0.5") ** -3, D(-2) ** 3, D(10) ** -3)
total = D("19.99") * 3 * (1 + D("0.0825")); print(total, total.quantize(D(".01"), rounding=ROUND_HALF_UP)); print(f"{total:,.2f}", D("1234567.891").quantize(D("1.00")))
