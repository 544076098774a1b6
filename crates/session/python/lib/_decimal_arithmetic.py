"""Arithmetic of decimals: on sign, digits and power of ten."""

from _decimal_context import (
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    Clamped,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    cut as _cut,
    getcontext,
)

Decimal = None  # the class, once `decimal` has made it


def _digits(n):
    return len(str(n)) if n else 1


def _make(sign, n, exp, kind=None):
    """Make a decimal of its parts: 1 for minus, the digits as an int, the power of ten, `inf`, `nan` or `snan`."""
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._kind = sign, n, exp, kind
    return self


def _finish(sign, n, exp, context=None):
    """Make a decimal that fits the context."""
    context = context or getcontext()
    digits = _digits(n)
    if digits > context.prec:
        n, lost = _cut(n, digits - context.prec, context.rounding, sign)
        exp += digits - context.prec
        if _digits(n) > context.prec:
            n, exp = n // 10, exp + 1
        context.signal(Rounded)
        if lost:
            context.signal(Inexact)
    if n and exp + _digits(n) - 1 > context.Emax:
        context.signal(Inexact)
        context.signal(Rounded)
        context.signal(Overflow)
        if context.rounding in (ROUND_DOWN, ROUND_05UP) or context.rounding == (ROUND_FLOOR, ROUND_CEILING)[sign]:
            return _make(sign, 10**context.prec - 1, context.Etop())
        return _make(sign, 0, 0, "inf")
    if exp < context.Etiny():
        n, lost = _cut(n, min(context.Etiny() - exp, _digits(n) + 1), context.rounding, sign)
        exp = context.Etiny()
        if lost:
            for signal in (Subnormal, Inexact, Rounded, Underflow):
                context.signal(signal)
    elif not n and exp > context.Emax:
        exp = context.Emax
    return _make(sign, n, exp)


def _invalid(condition=InvalidOperation, context=None):
    (context or getcontext()).signal(InvalidOperation, condition)
    return _make(0, 0, 0, "nan")


def _aligned(a, b):
    """Return the digits of both at one power of ten; what is far too small to count leaves a trace only."""
    exp = min(a._exp, b._exp)
    small, large = (a, b) if a._exp <= b._exp else (b, a)
    room = getcontext().prec + 3
    if small._int and large._int and large._exp - small._exp > room + _digits(small._int) + _digits(large._int):
        exp = large._exp - room
        n, m = large._int * 10**room, 1
    else:
        n, m = large._int * 10 ** (large._exp - exp), small._int
    return (m, n, exp) if small is a else (n, m, exp)


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    return None


def _binary(symbol, work):
    """Make the method of an operator and its reflection."""

    def forward(self, other, /):
        value = _operand(other)
        return NotImplemented if value is None else work(self, value)

    def backward(self, other, /):
        value = _operand(other)
        return NotImplemented if value is None else work(value, self)

    return forward, backward


def _nan_of(*values):
    """Return the NaN that an operation with these gives, if one is NaN."""
    for value in values:
        if value._kind == "snan":
            _invalid()
            return _make(value._sign, value._int, 0, "nan")
    return next((value for value in values if value._kind == "nan"), None)


def _add(a, b):
    if a._kind or b._kind:
        if (nan := _nan_of(a, b)) is not None:
            return nan
        if a._kind and b._kind and a._sign != b._sign:
            return _invalid()
        return a if a._kind else b
    n, m, exp = _aligned(a, b)
    total = (-n if a._sign else n) + (-m if b._sign else m)
    if total:
        sign = int(total < 0)
    elif a._sign == b._sign:
        sign = a._sign
    else:
        sign = int(getcontext().rounding == ROUND_FLOOR)
    return _finish(sign, abs(total), exp)


def _subtract(a, b):
    return _add(a, b if b._kind in ("nan", "snan") else b.copy_negate())


def _multiply(a, b):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if (nan := _nan_of(a, b)) is not None:
            return nan
        if not a or not b:
            return _invalid()
        return _make(sign, 0, 0, "inf")
    return _finish(sign, a._int * b._int, a._exp + b._exp)


def _divide(a, b):
    sign = a._sign ^ b._sign
    context = getcontext()
    if a._kind or b._kind:
        if (nan := _nan_of(a, b)) is not None:
            return nan
        if a._kind and b._kind:
            return _invalid()
        if a._kind:
            return _make(sign, 0, 0, "inf")
        context.signal(Clamped)
        return _make(sign, 0, context.Etiny())
    if not b._int:
        if not a._int:
            return _invalid(DivisionUndefined)
        context.signal(DivisionByZero)
        return _make(sign, 0, 0, "inf")
    ideal = a._exp - b._exp
    if not a._int:
        return _finish(sign, 0, ideal)
    shift = max(0, _digits(b._int) - _digits(a._int) + context.prec + 1)
    n, rest = divmod(a._int * 10**shift, b._int)
    exp = ideal - shift
    if rest:
        n += n % 5 == 0
    else:
        while exp < ideal and n % 10 == 0:
            n, exp = n // 10, exp + 1
    return _finish(sign, n, exp)


def _quotient(a, b):
    """Return whole quotient and remainder of finite numbers, both without sign, and the power of ten of the remainder."""
    exp = min(a._exp, b._exp)
    if a.adjusted() - b.adjusted() > getcontext().prec:
        return None
    if a._exp - exp > getcontext().prec * 2 + 100 or b._exp - exp > getcontext().prec * 2 + 100 + _digits(a._int):
        return 0, a._int, a._exp
    n, m = a._int * 10 ** (a._exp - exp), b._int * 10 ** (b._exp - exp)
    return *divmod(n, m), exp


def _divmod(a, b, wants="both"):
    sign = a._sign ^ b._sign
    context = getcontext()
    if (nan := _nan_of(a, b)) is not None:
        return (nan, nan) if wants == "both" else nan
    if a._kind:
        if wants == "quotient" and not b._kind:
            return _make(sign, 0, 0, "inf")
        if wants == "both" and not b._kind:
            return _make(sign, 0, 0, "inf"), _invalid()
        nan = _invalid()
        return (nan, nan) if wants == "both" else nan
    if not b._kind and not b._int:
        if wants != "remainder" and a._int:
            if wants == "both":
                context.signal(InvalidOperation, InvalidOperation, DivisionByZero)
            context.signal(DivisionByZero)
            return _make(sign, 0, 0, "inf") if wants == "quotient" else (_make(sign, 0, 0, "inf"), _make(0, 0, 0, "nan"))
        nan = _invalid(InvalidOperation if a._int else DivisionUndefined)
        return (nan, nan) if wants == "both" else nan
    if b._kind:
        quotient, remainder = _make(sign, 0, 0), _finish(a._sign, a._int, a._exp)
    else:
        found = _quotient(a, b)
        if found is None or _digits(found[0]) > context.prec:
            nan = _invalid(DivisionImpossible)
            return (nan, nan) if wants == "both" else nan
        quotient, remainder = _make(sign, found[0], 0), _finish(a._sign, found[1], found[2])
    return (quotient, remainder) if wants == "both" else quotient if wants == "quotient" else remainder


def _power(a, b):
    from _decimal_powers import power

    return power(a, b)


def _compare(a, b):
    """Return -1, 0 or 1 for numbers that are no NaN."""
    if a._kind or b._kind:
        x, y = ((-1) ** v._sign if v._kind else 0 for v in (a, b))
        return (x > y) - (x < y)
    x, y = ((-1) ** v._sign if v._int else 0 for v in (a, b))
    if x != y or not x:
        return (x > y) - (x < y)
    high, low = a.adjusted(), b.adjusted()
    if high != low:
        return x if high > low else -x
    exp = min(a._exp, b._exp)
    n, m = a._int * 10 ** (a._exp - exp), b._int * 10 ** (b._exp - exp)
    return x * ((n > m) - (n < m))
