"""Roots, powers, exponentials and logarithms of decimals, in whole numbers with guard digits."""

import math

from _decimal_arithmetic import _digits, _finish, _invalid, _make, _nan_of
from _decimal_context import Inexact, InvalidOperation, Rounded, getcontext


def square_root(x, context=None):
    """Return the square root, rounded half to even."""
    context = context or getcontext()
    if x._kind:
        if (nan := _nan_of(x)) is not None:
            return nan
        return _invalid() if x._sign else x
    if not x._int:
        return _make(x._sign, 0, x._exp // 2)
    if x._sign:
        return _invalid()
    n, exp = x._int, x._exp
    if exp % 2:
        n, exp = n * 10, exp - 1
    ideal = exp // 2
    shift = max(0, context.prec + 1 - (_digits(n) + 1) // 2)
    n, place = n * 100**shift, ideal - shift
    root = math.isqrt(n)
    if root * root == n:
        while place < ideal and root % 10 == 0:
            root, place = root // 10, place + 1
    else:
        root += root % 5 == 0
    saved, context.rounding = context.rounding, "ROUND_HALF_EVEN"
    try:
        return _finish(0, root, place, context)
    finally:
        context.rounding = saved


def _fixed(n, exp, places):
    """Return n * 10**exp in units of 10**-places."""
    shift = exp + places
    return n * 10**shift if shift >= 0 else n // 10**-shift


def _exp_units(x, places):
    """Return e**x for a small x, both in units of 10**-places."""
    halvings = math.isqrt(places) + 8
    guard = halvings // 3 + 4  # each doubling at the end doubles what is wrong
    unit = 10 ** (places + guard)
    x = (x * 10**guard) >> halvings
    total = term = unit
    k = 1
    while term:
        term = term * x // (unit * k)
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // 10**guard


def _ln_units(x, places):
    """Return the logarithm of x > 0, both in units of 10**-places, by Newton's method."""
    unit = 10**places
    y = _fixed(int(math.log(x / unit) * 10**15), -15, places)
    while True:
        e = _exp_units(abs(y), places)
        e = unit * unit // e if y < 0 else e
        step = 2 * unit * (x - e) // (x + e)
        y += step
        if abs(step) <= 2:
            return y


_LN10 = {}


def _ln10(places):
    if places not in _LN10:
        # ln 10 = 3 ln 2 + ln 1.25, both from series of atanh
        unit = 10 ** (places + 10)

        def atanh(inverse):
            total = power = unit // inverse
            k = 3
            while power:
                power //= inverse * inverse
                total += power // k
                k += 2
            return total

        _LN10[places] = (6 * atanh(3) + 2 * atanh(9)) // 10**10
    return _LN10[places]


def _ln(n, exp, places):
    """Return the logarithm of n * 10**exp in units of 10**-places."""
    digits = _digits(n)
    mantissa = _fixed(n, 1 - digits, places)  # between 1 and 10
    return _ln_units(mantissa, places) + (exp + digits - 1) * _ln10(places)


def _e_to(y, places):
    """Return digits and power of ten of e**y, y in units of 10**-places."""
    ln10 = _ln10(places)
    tens, rest = divmod(y, ln10)
    return _exp_units(rest, places), tens - places


def _sticky(n, exp, context):
    context.signal(Inexact)
    context.signal(Rounded)
    return _finish(0, n * 10 + 1, exp - 1, context)


def exponential(x, context=None):
    """Return e**x."""
    context = context or getcontext()
    if x._kind:
        nan = _nan_of(x)
        return nan if nan is not None else _make(0, 0, 0) if x._sign else x
    if not x._int:
        return _make(0, 1, 0)
    if x.adjusted() > 7:
        return _finish(0, 1, -(10**8) if x._sign else 10**8, context)
    places = context.prec + max(x.adjusted(), 0) + 12
    y = _fixed(x._int, x._exp, places)
    return _sticky(*_e_to(-y if x._sign else y, places), context)


def logarithm(x, context, to_ten):
    """Return the natural logarithm, or that to base 10."""
    context = context or getcontext()
    if (nan := _nan_of(x)) is not None:
        return nan
    if not x._kind and not x._int:
        return _make(1, 0, 0, "inf")
    if x._sign:
        return _invalid(InvalidOperation, context)
    if x._kind:
        return x
    n, exp = x._int, x._exp
    while n % 10 == 0:
        n, exp = n // 10, exp + 1
    if n == 1 and (to_ten or exp == 0):
        return _finish(int(exp < 0), abs(exp), 0, context)
    places = context.prec + len(str(abs(x.adjusted()))) + 15
    near = abs(x - 1)
    if near._int and near.adjusted() < 0:
        places += -near.adjusted()
    y = _ln(n, exp, places)
    if to_ten:
        y = y * 10**places // _ln10(places)
    result = _sticky(abs(y), -places, context)
    return result.copy_negate() if y < 0 else result


def power(a, b):
    """Return a**b."""
    context = getcontext()
    if (nan := _nan_of(a, b)) is not None:
        return nan
    whole = not b._kind and (b._exp >= 0 or b._int % 10 ** min(-b._exp, _digits(b._int) + 1) == 0)
    if not b:
        return _invalid() if not a else _make(0, 1, 0)
    odd = whole and int(b) % 2 == 1
    sign = int(a._sign and odd)
    if a._sign and not whole and (a._kind or a._int):
        return _invalid()
    if not a._kind and not a._int:
        return _make(sign, 0, 0, "inf") if b._sign else _finish(sign, 0, a._exp * int(b) if whole else 0)
    if a._kind:
        return _make(sign, 0, 0) if b._sign else _make(sign, 0, 0, "inf")
    if b._kind:
        order = abs(a).compare(1)
        if not order:
            return _make(0, 10 ** (context.prec - 1), 1 - context.prec)
        return _make(0, 0, 0, "inf") if (order > 0) != bool(b._sign) else _make(0, 0, 0)
    if a._int == 1 and not a._exp and whole:
        return _make(sign, 1, 0)
    if whole and b.adjusted() < 5 and abs(int(b)) * _digits(a._int) < 20_000:
        count = abs(int(b))
        n, exp = a._int**count, a._exp * count
        if not b._sign:
            return _finish(sign, n, exp)
        return _make(sign, 1, 0) / _make(0, n, exp)
    places = context.prec + len(str(abs(a.adjusted()))) + max(b.adjusted(), 0) + 20
    y = _ln(a._int, a._exp, places) * b._int
    y = y * 10**b._exp if b._exp >= 0 else y // 10**-b._exp
    n, exp = _e_to(-y if b._sign else y, places)
    half = a._exp == 0 and a._int != 1 and b._int == 5 and b._exp == -1 and not b._sign
    if half and math.isqrt(a._int) ** 2 == a._int:
        return _finish(0, math.isqrt(a._int) * 10 ** (context.prec - _digits(math.isqrt(a._int))), _digits(math.isqrt(a._int)) - context.prec)
    result = _sticky(n, exp, context)
    return result.copy_negate() if sign else result
