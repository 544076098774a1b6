# math at the edges.
import math


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


inf, nan = math.inf, math.nan

# === Rounding and parts ===
print(math.floor(2.7), math.ceil(-2.7), math.trunc(-2.7), math.modf(-2.5), math.frexp(10.0), math.ldexp(0.625, 4), math.fmod(-7, 3), math.remainder(7, 4), math.copysign(3, -0.0), math.fabs(-5), math.isqrt(10**30), math.nextafter(1, 2), math.ulp(1.0))
for f in (lambda: math.floor(inf), lambda: math.ceil(nan), lambda: math.trunc("x"), lambda: math.isqrt(-1), lambda: math.isqrt(2.0), lambda: math.fmod(1, 0), lambda: math.ldexp(1.0, 5000), lambda: math.fmod(inf, 1)):
    show(f)

# === Powers, logarithms ===
print(math.sqrt(2), math.exp(1), math.exp2(10), math.expm1(1e-10), math.log(math.e), math.log(8, 2), math.log2(2**1000), math.log10(10**400), math.log1p(1e-10), math.pow(2, 0.5), math.hypot(3, 4, 12), math.dist((0, 0), (3, 4)), math.log(10**400))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.log(2, 1), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.pow(-1, 0.5), lambda: math.log("x"), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.sqrt(10**400), lambda: math.dist((1,), (1, 2)), lambda: math.log2(0)):
    show(f)

# === Angles ===
print(math.sin(0), math.cos(math.pi), math.tan(math.pi / 4), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.asin(1), math.acos(1), math.atan(1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
for f in (lambda: math.asin(2), lambda: math.acosh(0), lambda: math.atanh(1), lambda: math.sin(inf), lambda: math.cosh(1000)):
    show(f)

# === Whole numbers ===
print(math.gcd(12, 18), math.gcd(0, 0), math.gcd(), math.gcd(-4, 6, 8), math.lcm(4, 6), math.lcm(0, 5), math.lcm(), math.factorial(20), math.factorial(0), math.comb(5, 2), math.comb(2, 5), math.perm(5, 2), math.perm(4), math.prod([2, 3, 4]), math.prod([]), math.prod([1.5, 2], start=2))
for f in (lambda: math.gcd(1.5, 2), lambda: math.factorial(-1), lambda: math.factorial(2.0), lambda: math.comb(-1, 2), lambda: math.factorial("5"), lambda: math.perm(5, -1), lambda: math.factorial(10**20), lambda: math.prod(["a"])):
    show(f)

# === Sums and tests ===
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.sumprod([1, 2], [3, 4]), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isnan(nan), math.isinf(-inf), math.isfinite(1e308), math.fsum([1e100, 1, -1e100]), math.gamma(5), math.erf(0.5), math.erfc(0.5), math.fma(2, 3, 4))
for f in (lambda: math.fsum([inf, -inf]), lambda: math.isclose(1, 1, rel_tol=-1), lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.fsum(["a"]), lambda: math.sumprod([1], [1, 2])):
    show(f)
print(math.pi, math.e, math.tau, inf, -inf, nan)
