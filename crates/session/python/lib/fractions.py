"""Exact fractions."""

import math
import numbers
import sys


def _parse(text):
    """Return numerator and denominator of a text such as -3/4, 1.25 or 1e-3."""
    s = text.strip()
    sign = -1 if s.startswith("-") else 1
    s = s[1:] if s[:1] in ("+", "-") else s

    def number(part):
        plain = part.replace("_", "")
        good = plain.isascii() and plain.isdigit() and "__" not in part and part[:1] != "_" and part[-1:] != "_"
        return int(plain) if good else None

    if "/" in s:
        top, _, bottom = s.partition("/")
        n, d = number(top.rstrip()), number(bottom.lstrip())
        return None if n is None or d is None else (sign * n, d)
    mantissa, mark, exponent = s.lower().partition("e")
    whole, dot, part = mantissa.partition(".")
    if not whole and not part or mark and not exponent.lstrip("+-").isdigit() or len(exponent) - len(exponent.lstrip("+-")) > 1:
        return None
    values = [number(p) if p else 0 for p in (whole, part)]
    if None in values:
        return None
    digits = len(part.replace("_", ""))
    n, d = values[0] * 10**digits + values[1], 10**digits
    power = int(exponent) if mark else 0
    return (sign * n * 10**power, d) if power >= 0 else (sign * n, d * 10**-power)


class Fraction(numbers.Rational):
    """A fraction in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._make(numerator, 1)
            if isinstance(numerator, numbers.Rational):
                return cls._make(numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or not isinstance(numerator, type) and hasattr(numerator, "as_integer_ratio"):
                return cls._make(*numerator.as_integer_ratio())
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            n, d = parsed
        elif type(numerator) is int is type(denominator):
            n, d = numerator, denominator
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            n, d = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        return cls._make(n // g, d // g)

    @classmethod
    def _make(cls, n, d):
        self = object.__new__(cls)
        self._numerator, self._denominator = n, d
        return self

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    @classmethod
    def from_float(cls, f):
        """Return the exact fraction of a float."""
        if not isinstance(f, (int, float)):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._make(*f.as_integer_ratio())

    def is_integer(self):
        """Return True for whole numbers."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Return the closest fraction with a denominator that is not larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._make(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec or spec[-1] not in "eEfFgG%":
            return self._aligned(spec)
        return format(self._numerator / self._denominator, spec)

    def _aligned(self, spec):
        """The fraction as text, with a specification that has no type."""
        rest, fill, align, sign = spec, " ", ">", "-"
        if rest[1:2] in tuple("<>^="):
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] in tuple("<>^="):
            align, rest = rest[0], rest[1:]
        if rest[:1] in tuple("+- "):
            sign, rest = rest[0], rest[1:]
        alternate = rest.startswith("#")
        rest = rest[alternate:]
        separator = rest[-1:] if rest[-1:] in (",", "_") else ""
        width = rest[: len(rest) - len(separator)]
        if width and not (width.isdecimal() and width[0] != "0"):
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        body = f"{abs(self._numerator):{separator}}"
        if alternate or self._denominator != 1:
            body += f"/{self._denominator:{separator}}"
        mark = "-" if self._numerator < 0 else "" if sign == "-" else sign
        missing = max(int(width or 0) - len(mark) - len(body), 0)
        if align == "=":
            return mark + fill * missing + body
        left = {"<": 0, ">": missing, "^": missing // 2}[align]
        return fill * left + mark + body + fill * (missing - left)

    def _combine(self, other, exact, inexact):
        if isinstance(other, (int, Fraction)):
            return exact(self._numerator, self._denominator, other.numerator, other.denominator)
        if isinstance(other, float):
            return inexact(float(self), other)
        return inexact(complex(self), other) if isinstance(other, complex) else NotImplemented

    def __add__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y)

    def __radd__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: y + x)

    def __sub__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y)

    def __rsub__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(c * b - a * d, b * d), lambda x, y: y - x)

    def __mul__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y)

    def __rmul__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: y * x)

    def __truediv__(self, other):
        if other == 0 and isinstance(other, (int, Fraction)):
            raise ZeroDivisionError(f"Fraction({(self > 0) - (self < 0)}, 0)")
        return self._combine(other, lambda a, b, c, d: Fraction(a * d, b * c), lambda x, y: x / y)

    def __rtruediv__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(c * b, d * a), lambda x, y: y / x)

    def __floordiv__(self, other):
        return self._combine(other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y)

    def __rfloordiv__(self, other):
        return self._combine(other, lambda a, b, c, d: (c * b) // (d * a), lambda x, y: y // x)

    def __mod__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(a * d % (c * b), b * d), lambda x, y: x % y)

    def __rmod__(self, other):
        return self._combine(other, lambda a, b, c, d: Fraction(c * b % (a * d), b * d), lambda x, y: y % x)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other):
        if isinstance(other, numbers.Rational):
            if other.denominator != 1:
                return float(self) ** float(other)
            power = other.numerator
            if power >= 0:
                return Fraction._make(self._numerator**power, self._denominator**power)
            if self._numerator == 0:
                raise ZeroDivisionError(f"Fraction({self._denominator ** -power}, 0)")
            n, d = self._denominator**-power, self._numerator**-power
            return Fraction._make(-n, -d) if d < 0 else Fraction._make(n, d)
        return float(self) ** other if isinstance(other, (float, complex)) else NotImplemented

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other**self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction._make(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._make(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._make(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 == self._denominator:
                return whole + whole % 2
            return whole + (rest * 2 > self._denominator)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        modulus = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = sys.hash_info.inf
        else:
            value = abs(self._numerator) * inverse % modulus
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(self, other):
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return not (math.isnan(other) or math.isinf(other)) and self == Fraction(*other.as_integer_ratio())
        return NotImplemented

    def _compare(self, other, decide):
        if isinstance(other, numbers.Rational):
            return decide(self._numerator * other.denominator - self._denominator * other.numerator, 0)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return decide(0.0, other)
            return self._compare(Fraction(*other.as_integer_ratio()), decide)
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
