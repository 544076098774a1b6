"""Decimal numbers. Absent: logical and bitwise operations, `next_plus`, `rotate` and their like, engineering notation of NaN payloads."""

import math as _math
import numbers as _numbers

import _decimal_arithmetic
from _decimal_arithmetic import (
    _add, _binary, _compare, _digits, _divide, _divmod, _finish, _invalid, _make, _multiply, _nan_of, _operand, _power, _subtract,
)  # fmt: skip
from _decimal_context import *
from _decimal_context import cut as _cut
from _decimal_format import formatted as _formatted, parsed as _parsed
from _types import with_module as _with_module

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
           "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
           "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP",
           "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext",
           "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]  # fmt: skip
HAVE_THREADS, HAVE_CONTEXTVAR = True, True
__version__, __libmpdec_version__ = "1.70", "2.5.1"
_PRIME = (1 << 61) - 1


def _comparison(symbol, test):
    def compare(self, other, /):
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            value = Decimal.from_float(other)
        elif isinstance(other, _numbers.Rational) and not isinstance(other, int):
            value = Decimal(other.numerator)
            self = self if self._kind else _make(self._sign, self._int * other.denominator, self._exp)
        else:
            value = _operand(other)
        if value is None:
            return NotImplemented
        if self._kind in ("nan", "snan") or value._kind in ("nan", "snan"):
            if symbol not in ("==", "!=") or "snan" in (self._kind, value._kind):
                _invalid()
            return symbol == "!="
        return test(_compare(self, value))

    return compare


@_with_module
class Decimal:
    """A decimal number."""

    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            parts = _parsed(value.strip().replace("_", ""))
            if parts is None:
                (context or getcontext()).signal(InvalidOperation, ConversionSyntax)
                parts = (0, 0, 0, "nan")
        elif isinstance(value, Decimal):
            if cls is Decimal and type(value) is Decimal:
                return value
            parts = (value._sign, value._int, value._exp, value._kind)
        elif isinstance(value, int):
            parts = (int(value < 0), abs(int(value)), 0, None)
        elif isinstance(value, float):
            context = context or getcontext()
            context.signal(FloatOperation)
            parts = _of_float(value)
        elif isinstance(value, (tuple, list)):
            parts = _of_tuple(value)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = parts
        return self

    @classmethod
    def from_float(cls, f, /):
        """Return exactly the value of a float or int."""
        if not isinstance(f, (int, float)):
            raise TypeError("argument must be int or float")
        return cls(f) if isinstance(f, int) else cls(_make(*_of_float(f)))

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return self._text(getcontext().capitals)

    def _text(self, capitals=1, engineering=False):
        sign = "-" if self._sign else ""
        if self._kind:
            return sign + {"inf": "Infinity", "nan": "NaN", "snan": "sNaN"}[self._kind] + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not engineering:
            dot = 1
        elif self._int:
            dot = (left - 1) % 3 + 1
        else:
            dot = (left + 1) % 3 - 1
        if dot <= 0:
            whole, part = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, part = digits + "0" * (dot - len(digits)), ""
        else:
            whole, part = digits[:dot], "." + digits[dot:]
        power = "" if left == dot else f"{'Ee'[not capitals]}{left - dot:+d}"
        return sign + whole + part + power

    def to_eng_string(self, /, context=None):
        """Return the text with a power of ten that is a multiple of three."""
        return self._text((context or getcontext()).capitals, True)

    def __format__(self, spec, /):
        return _formatted(self, spec)

    def __hash__(self):
        if self._kind == "snan":
            raise TypeError("Cannot hash a signaling NaN value.")
        if self._kind:
            return object.__hash__(self) if self._kind == "nan" else -314159 if self._sign else 314159
        found = self._int * pow(10, self._exp, _PRIME) % _PRIME
        return (-found if found != 1 else -2) if self._sign else found

    def __bool__(self):
        return self._kind is not None or self._int != 0

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __add__, __radd__ = _binary("+", _add)
    __sub__, __rsub__ = _binary("-", _subtract)
    __mul__, __rmul__ = _binary("*", _multiply)
    __truediv__, __rtruediv__ = _binary("/", _divide)
    __floordiv__, __rfloordiv__ = _binary("//", lambda a, b: _divmod(a, b, "quotient"))
    __mod__, __rmod__ = _binary("%", lambda a, b: _divmod(a, b, "remainder"))
    __divmod__, __rdivmod__ = _binary("divmod()", _divmod)
    _pow, __rpow__ = _binary("**", _power)

    def __pow__(self, other, modulo=None, /):
        if modulo is None:
            return self._pow(other)
        return Decimal(pow(int(self), int(other), int(modulo)))

    __eq__ = _comparison("==", lambda c: c == 0)
    __ne__ = _comparison("!=", lambda c: c != 0)
    __lt__ = _comparison("<", lambda c: c < 0)
    __le__ = _comparison("<=", lambda c: c <= 0)
    __gt__ = _comparison(">", lambda c: c > 0)
    __ge__ = _comparison(">=", lambda c: c >= 0)

    def __neg__(self):
        if self._kind or self._int:
            return self.copy_negate().plus()
        return _finish(int(getcontext().rounding == ROUND_FLOOR), 0, self._exp)

    def __pos__(self):
        return self.plus()

    def __abs__(self):
        return self.copy_abs().plus()

    def plus(self, context=None):
        """Return the number, rounded to the context."""
        if self._kind:
            return _nan_of(self) or self
        return _finish(self._sign if self._int else 0, self._int, self._exp, context)

    def _whole(self):
        """Return the whole part as an int."""
        if self._kind == "inf":
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        n = self._int * 10**self._exp if self._exp >= 0 else self._int // 10 ** min(-self._exp, _digits(self._int) + 1)
        return -n if self._sign else n

    __int__ = __trunc__ = _whole

    def __float__(self):
        if self._kind == "snan":
            raise ValueError("cannot convert signaling NaN to float")
        return float(("-" if self._sign else "") + {"inf": "inf", "nan": "nan"}[self._kind] if self._kind else str(self))

    def __complex__(self):
        return complex(float(self))

    def __round__(self, ndigits=None):
        if ndigits is None:
            return int(self._integral(ROUND_HALF_EVEN))
        return self.quantize(_make(0, 1, -ndigits), ROUND_HALF_EVEN)

    def __floor__(self):
        return int(self._integral(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._integral(ROUND_CEILING))

    def _integral(self, rounding):
        if self._kind:
            if self._kind == "inf":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        return self if self._exp >= 0 else _make(self._sign, _cut(self._int, -self._exp, rounding, self._sign)[0], 0)

    def to_integral_value(self, /, rounding=None, context=None):
        """Return the nearest whole number."""
        if self._kind:
            return _nan_of(self) or self
        return self._integral(rounding or (context or getcontext()).rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, /, rounding=None, context=None):
        """Return the nearest whole number, and signal what is lost."""
        result = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0:
            (context or getcontext()).signal(Rounded)
            if result != self:
                (context or getcontext()).signal(Inexact)
        return result

    def quantize(self, /, exp, rounding=None, context=None):
        """Return the number with the places of another one."""
        context = context or getcontext()
        exp = _operand(exp)
        if exp is None:
            raise TypeError("conversion from an object that is no number to Decimal is not supported")
        rounding = context.rounding if rounding is None else rounding
        if rounding not in ROUNDINGS:
            context.rounding = rounding
        if self._kind or exp._kind:
            if (nan := _nan_of(self, exp)) is not None:
                return nan
            return self if self._kind and exp._kind else _invalid(InvalidOperation, context)
        places, lost = exp._exp, False
        if self._int and self._exp - places + _digits(self._int) > context.prec + 1:
            return _invalid(InvalidOperation, context)
        if self._exp >= places:
            n = self._int * 10 ** (self._exp - places) if self._int else 0
        else:
            n, lost = _cut(self._int, min(places - self._exp, _digits(self._int) + 1), rounding, self._sign)
        if _digits(n) > context.prec or places > context.Emax or places < context.Etiny():
            return _invalid(InvalidOperation, context)
        if self._exp < places:
            context.signal(Rounded)
        if lost:
            context.signal(Inexact)
        return _make(self._sign, n, places)

    def normalize(self, /, context=None):
        """Return the number without zeros at its end."""
        found = self.plus(context)
        if found._kind:
            return found
        n, exp = found._int, found._exp
        if not n:
            return _make(self._sign, 0, 0)
        while n % 10 == 0 and exp < (context or getcontext()).Emax:
            n, exp = n // 10, exp + 1
        return _make(found._sign, n, exp)

    def as_tuple(self):
        """Return sign, digits and power of ten."""
        exponent = {"inf": "F", "nan": "n", "snan": "N"}[self._kind] if self._kind else self._exp
        digits = (0,) if self._kind == "inf" else () if self._kind and not self._int else tuple(map(int, str(self._int)))
        return DecimalTuple(self._sign, digits, exponent)

    def as_integer_ratio(self):
        """Return numerator and denominator."""
        if self._kind:
            kind = OverflowError if self._kind == "inf" else ValueError
            raise kind(f"cannot convert {'Infinity' if self._kind == 'inf' else 'NaN'} to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10**self._exp, 1
        d = 10**-self._exp
        common = _math.gcd(n, d)
        return n // common, d // common

    real = property(lambda self: self)
    imag = property(lambda self: _make(0, 0, 0))

    def conjugate(self):
        return self

    def adjusted(self):
        """Return the power of ten of the first digit."""
        return 0 if self._kind else self._exp + _digits(self._int) - 1

    def canonical(self):
        return self

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, /, context=None):
        return _make(_operand(other)._sign, self._int, self._exp, self._kind)

    def is_finite(self):
        return self._kind is None

    def is_infinite(self):
        return self._kind == "inf"

    def is_nan(self):
        return self._kind in ("nan", "snan")

    def is_qnan(self):
        return self._kind == "nan"

    def is_snan(self):
        return self._kind == "snan"

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind is None and not self._int

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return bool(self._kind is None and self._int and self.adjusted() >= (context or getcontext()).Emin)

    def is_subnormal(self, context=None):
        return bool(self._kind is None and self._int and self.adjusted() < (context or getcontext()).Emin)

    def compare(self, other, /, context=None):
        """Return -1, 0 or 1 as a decimal."""
        other = _operand(other)
        return _nan_of(self, other) or Decimal(_compare(self, other))

    def max(self, other, /, context=None):
        """Return the larger one; a NaN does not count."""
        return self._chosen(_operand(other), 1)

    def min(self, other, /, context=None):
        """Return the smaller one; a NaN does not count."""
        return self._chosen(_operand(other), -1)

    def _chosen(self, other, wanted):
        if self._kind in ("nan", "snan") or other._kind in ("nan", "snan"):
            if "snan" in (self._kind, other._kind):
                return _nan_of(self, other)
            return (other if self._kind == "nan" else self).plus()
        order = _compare(self, other) or (-1 if (self._sign, self._exp) < (other._sign, other._exp) else 1)
        return (self if order == wanted else other).plus()

    def fma(self, other, third, /, context=None):
        """Return self * other + third, rounded once."""
        other, third = _operand(other), _operand(third)
        if self._kind or other._kind or third._kind:
            return self * other + third
        return _add(_make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp), third)

    def remainder_near(self, other, /, context=None):
        """Return what is left of the nearest multiple."""
        other = _operand(other)
        quotient, rest = _divmod(self, other)
        twice = _compare(_make(0, rest._int * 2, rest._exp), other.copy_abs())
        if twice > 0 or twice == 0 and quotient._int % 2:
            return rest - other.copy_sign(rest)
        return rest

    def same_quantum(self, other, /, context=None):
        return self._kind == other._kind and (self._kind is not None or self._exp == other._exp)

    def scaleb(self, other, /, context=None):
        """Return the number times a power of ten."""
        return _finish(self._sign, self._int, self._exp + int(other))

    def sqrt(self, /, context=None):
        """Return the square root."""
        from _decimal_powers import square_root

        return square_root(self, context)

    def exp(self, /, context=None):
        """Return e to the power of the number."""
        from _decimal_powers import exponential

        return exponential(self, context)

    def ln(self, /, context=None):
        """Return the natural logarithm."""
        from _decimal_powers import logarithm

        return logarithm(self, context, False)

    def log10(self, /, context=None):
        """Return the logarithm to base 10."""
        from _decimal_powers import logarithm

        return logarithm(self, context, True)


def _of_float(value):
    if value != value or value in (_math.inf, -_math.inf):
        return int(_math.copysign(1.0, value) < 0), 0, 0, "nan" if value != value else "inf"
    n, d = abs(value).as_integer_ratio()
    k = d.bit_length() - 1
    return int(_math.copysign(1.0, value) < 0), n * 5**k, -k, None


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if not all(isinstance(digit, int) and 0 <= digit <= 9 for digit in digits):
        raise ValueError("coefficient must be a tuple of digits")
    n = int("".join(map(str, digits)) or "0")
    if isinstance(exp, int):
        return sign, n, exp, None
    kind = {"F": "inf", "n": "nan", "N": "snan"}.get(exp)
    if kind is None:
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return sign, 0 if kind == "inf" else n, 0, kind


_decimal_arithmetic.Decimal = Decimal
_numbers.Number.register(Decimal)

from collections import namedtuple as _namedtuple  # noqa: E402

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
