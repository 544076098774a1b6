# math, one call each.
import math

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (math.ceil(1.2), math.floor(-1.2), math.trunc(-1.8)))
show(lambda: (math.fabs(-3), math.copysign(2, -0.0)))
show(lambda: (math.factorial(10), math.comb(10, 3), math.perm(5, 3)))
show(lambda: (math.gcd(84, 36, 24), math.lcm(4, 6, 10)))
show(lambda: (math.isqrt(99), math.isqrt(10**20)))
show(lambda: (math.sqrt(16), math.pow(2, 10), math.exp(0)))
show(lambda: (math.log(1), math.log(8, 2), math.log2(1024), math.log10(1000)))
show(lambda: (math.sin(0), math.cos(0), math.tan(0)))
show(lambda: (math.degrees(math.pi), math.radians(180)))
show(lambda: (math.hypot(3, 4), math.dist([1, 2], [4, 6])))
show(lambda: (math.isclose(0.1 + 0.2, 0.3), math.isfinite(math.inf), math.isnan(math.nan)))
show(lambda: (math.fsum([0.1] * 10), math.prod([1, 2, 3, 4])))
show(lambda: (math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4)))
show(lambda: (math.fmod(7, 3), math.remainder(7, 4), 7 % 3))
show(lambda: (math.floor(10**30), math.ceil(10**30)))
show(lambda: (math.sqrt(-1)))
show(lambda: (math.log(-1)))
show(lambda: (math.log(0)))
show(lambda: (math.factorial(2.5)))
show(lambda: (math.factorial(-1)))
show(lambda: (math.gcd("a", 1)))
show(lambda: (math.floor("x")))
show(lambda: (math.sqrt("4")))
show(lambda: (math.pow(10, 400)))
show(lambda: (math.exp(10000)))
show(lambda: (math.acos(5)))
show(lambda: (math.isqrt(-4)))
show(lambda: (math.comb(3, 5), math.comb(0, 0)))
show(lambda: (math.inf - math.inf, math.inf * 0, -math.inf < math.inf))
show(lambda: (math.ceil(math.inf)))
show(lambda: (math.hypot(), math.gcd(), math.lcm(), math.prod([])))
show(lambda: (math.nextafter(0, 1), math.ulp(1)))
show(lambda: (math.cbrt(8), math.exp2(3), math.log1p(0), math.expm1(0)))
