# math: numbers, roots, angles, sums and counts.
import math


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Constants and rounding ===
print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
for x in (2.5, -2.5, 3.0, -0.2):
    print(math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x), math.modf(x), math.frexp(x), math.copysign(1, x))
show(math.floor, math.inf)
show(math.ceil, math.nan)
show(math.floor, "1")

# === Whole numbers ===
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.isqrt(10**20 + 1), math.prod([1, 2, 3, 4]), math.prod([], start=5))
for call, args in ((math.factorial, (-1,)), (math.factorial, (1.5,)), (math.comb, (-1, 2)), (math.isqrt, (-1,)), (math.gcd, (1.5,)), (math.perm, (3, -1))):
    show(call, *args)
print(math.comb(3, 5), math.perm(3, 5), math.factorial(0))

# === Powers and logarithms ===
print(math.sqrt(2), math.pow(2, 0.5), math.exp(1), math.exp2(10), math.expm1(1e-10), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10))
for call, args in ((math.sqrt, (-1,)), (math.log, (0,)), (math.log, (-1,)), (math.pow, (0, -1)), (math.pow, (-8, 1 / 3)), (math.exp, (1000,)), (math.log, (10, 1)), (math.sqrt, ("a",)), (math.log2, (0,))):
    show(call, *args)
print(math.log(10**400), math.log2(2**5000), math.log10(10**300))

# === Angles ===
for angle in (0, 30, 45, 90, 180):
    r = math.radians(angle)
    print(angle, round(math.sin(r), 12), round(math.cos(r), 12), round(math.tan(r), 6) if angle != 90 else "-", round(math.degrees(r), 9))
print(math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
show(math.asin, 2)
show(math.acosh, 0.5)
show(math.sin, math.inf)

# === Sums and distances ===
print(sum([0.1] * 10), math.fsum([0.1] * 10), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.5], [2]))
show(math.dist, (1,), (1, 2))
show(math.sumprod, [1], [1, 2])
print(math.fma(2, 3, 4), math.remainder(7, 4), math.fmod(-7, 4), -7 % 4, math.ldexp(0.75, 3))

# === Comparing ===
print(math.isclose(0.1 + 0.2, 0.3), 0.1 + 0.2 == 0.3, math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.nextafter(1, 2), math.ulp(1.0), math.nan == math.nan)
show(math.isclose, 1, 1, rel_tol=-1)
print(round(math.gamma(5), 9), round(math.lgamma(10), 9), round(math.erf(1), 12), round(math.erfc(1), 12))


# === Of one's own ===
class Length:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return float(self.value)

    def __floor__(self):
        return int(self.value // 1)

    def __ceil__(self):
        return -int(-self.value // 1)

    def __trunc__(self):
        return int(self.value)


length = Length(2.25)
print(math.sqrt(length), math.floor(length), math.ceil(length), math.trunc(length))
primes = [n for n in range(2, 40) if all(n % d for d in range(2, math.isqrt(n) + 1))]
print(primes, math.prod(primes[:5]))
