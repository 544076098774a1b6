# Decimal functions to many digits and few, and random operands.
from decimal import *
D=Decimal
print([s.__name__ for s in getcontext().flags], [s.__name__ for s in getcontext().traps])
getcontext().clear_flags()
print(getcontext().flags)
print(f"{D('0e3'):f} {D('0e3'):%} {D('0e-3'):.1f} {D('0e5'):.2e} {D('0e3')} {D('-0'):.2f}")
getcontext().prec = 50
print(D(2).sqrt(), D(2).ln(), D(3).exp(), D(2) ** D("0.1"), D(10).log10(), D("1e-20").exp(), D("1.00000000001").ln())
getcontext().prec = 5
print(D(2).sqrt(), D(2).ln(), D(3).exp(), D(2) ** D("0.1"), D(10).log10(), D(3) ** 100, D("1.1") ** 1000, D(3).ln(), D("0.999").ln(), D("12345.678").ln(), D("2.5").exp(), D("-20").exp())
getcontext().prec = 28
import random
random.seed(5)
for i in range(40):
    a = D(random.randrange(10**12)).scaleb(random.randrange(-15, 3)); b = D(random.randrange(1, 10**6)).scaleb(random.randrange(-6, 1))
    print(a, b, a + b, a - b, a * b, a / b, a % b, a // b if a / b < 10**20 else "", a.sqrt(), a.ln() if a else "", b.log10(), (b / 10000).exp(), a ** 2, b ** D("0.3"), a.quantize(D("0.01")) if a < 10**15 else "", a < b, hash(a) == hash(D(str(a))))
try: getcontext().flags["x"] = 1
except KeyError as e: print("KeyError", e)
try: getcontext().nope
except AttributeError as e: print(e)
try: D(1).__foo__
except AttributeError as e: print(e)
def fib(n):
    a, b = D(0), D(1)
    for _ in range(n): a, b = b, a + b
    return a
print(fib(200))
print(D("3.0") == 3, D("3.0") is D("3.0"), D(D("3")), str(D("3.00")), D("1E+2") + 0, int(D("1E+2")), f'{D("1E+2")}', f'{D("1E+2"):f}')
