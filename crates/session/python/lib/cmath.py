"""Functions of complex numbers, by Kahan's formulas. What becomes of infinities and NaN is right for sqrt, log, phase and polar only."""

import math as _math
from math import copysign as _copysign, hypot as _hypot, ldexp as _ldexp

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)

_LN2, _LN10 = _math.log(2.0), _math.log(10.0)
_HUGE = 1.7976931348623157e308 / 4  # beyond it, squares of halves overflow
_TINY = 2.2250738585072014e-308
_LOG_HUGE = _math.log(_HUGE)  # where exp and cosh come near the end
_SQRT_HUGE, _SQRT_TINY = _math.sqrt(_HUGE), _math.sqrt(_TINY)


def _parts(z):
    """The real and the imaginary part of what is given."""
    if not isinstance(z, complex):
        kind = type(z)
        if isinstance(z, (str, bytes)) or not any(hasattr(kind, name) for name in ("__complex__", "__float__", "__index__")):
            raise TypeError(f"must be real number, not {kind.__name__}")
        z = complex(z)
    return z.real, z.imag


def _checked(x, y, of):
    """The number, unless it became infinite on the way."""
    if (_math.isinf(x) or _math.isinf(y)) and _math.isfinite(of[0]) and _math.isfinite(of[1]):
        raise OverflowError("math range error")
    return complex(x, y)


def _root(x, y):
    if x == 0.0 and y == 0.0:
        return 0.0, y
    ax, ay = abs(x), abs(y)
    if ax < _TINY and ay < _TINY:
        ax = _ldexp(ax, 53)
        s = _ldexp(_math.sqrt(ax + _hypot(ax, _ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return (s, _copysign(d, y)) if x >= 0.0 else (d, _copysign(s, y))


def sqrt(z, /):
    """Return the square root."""
    return complex(*_root(*_parts(z)))


def exp(z, /):
    """Return the exponential value e**z."""
    x, y = _parts(z)
    if x > _LOG_HUGE:
        size = _math.exp(x - 1.0) if x < 711.0 else inf
        return _checked(size * _math.cos(y) * e, size * _math.sin(y) * e, (x, y))
    size = _math.exp(x)
    return _checked(size * _math.cos(y), size * _math.sin(y), (x, y))


def _log(x, y):
    ax, ay = abs(x), abs(y)
    if ax > _HUGE or ay > _HUGE:
        size = _math.log(_hypot(ax / 2.0, ay / 2.0)) + _LN2
    elif ax < _TINY and ay < _TINY:
        if ax == 0.0 and ay == 0.0:
            raise ValueError("math domain error")
        size = _math.log(_hypot(_ldexp(ax, 53), _ldexp(ay, 53))) - 53 * _LN2
    else:
        h = _hypot(ax, ay)
        if 0.71 <= h <= 1.73:  # near 1 the distance from it counts
            more, less = max(ax, ay), min(ax, ay)
            size = _math.log1p((more - 1.0) * (more + 1.0) + less * less) / 2.0
        else:
            size = _math.log(h)
    return complex(size, _math.atan2(y, x))


def log(z, base=None, /):
    """Return the logarithm to a base, by default the natural one."""
    result = _log(*_parts(z))
    return result if base is None else result / _log(*_parts(base))


def log10(z, /):
    """Return the logarithm to base 10."""
    result = _log(*_parts(z))
    return complex(result.real / _LN10, result.imag / _LN10)


def _sinh(x, y):
    if abs(x) > _LOG_HUGE:
        less = x - _copysign(1.0, x)
        return _checked(_math.cos(y) * _math.sinh(less) * e, _math.sin(y) * _math.cosh(less) * e, (x, y))
    return complex(_math.cos(y) * _math.sinh(x), _math.sin(y) * _math.cosh(x))


def _cosh(x, y):
    if abs(x) > _LOG_HUGE:
        less = x - _copysign(1.0, x)
        return _checked(_math.cos(y) * _math.cosh(less) * e, _math.sin(y) * _math.sinh(less) * e, (x, y))
    return complex(_math.cos(y) * _math.cosh(x), _math.sin(y) * _math.sinh(x))


def _tanh(x, y):
    if abs(x) > _LOG_HUGE:
        return complex(_copysign(1.0, x), 4.0 * _math.sin(y) * _math.cos(y) * _math.exp(-2.0 * abs(x)))
    tx, ty, cx = _math.tanh(x), _math.tan(y), 1.0 / _math.cosh(x)
    product = tx * ty
    below = 1.0 + product * product
    return complex(tx * (1.0 + ty * ty) / below, ((ty / below) * cx) * cx)


def _asinh(x, y):
    if abs(x) > _HUGE or abs(y) > _HUGE:
        size = _math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        real = _copysign(size, x) if y >= 0.0 else -_copysign(size, -x)
        return complex(real, _math.atan2(y, abs(x)))
    ax, ay = _root(1.0 + y, -x)
    bx, by = _root(1.0 - y, x)
    return complex(_math.asinh(ax * by - bx * ay), _math.atan2(y, ax * bx - ay * by))


def _atanh(x, y):
    if x < 0.0 or (x == 0.0 and _copysign(1.0, x) < 0.0):
        return -_atanh(-x, -y)
    ay = abs(y)
    if x > _SQRT_HUGE or ay > _SQRT_HUGE:
        h = _hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h, -_copysign(pi / 2.0, -y))
    if x == 1.0 and ay < _SQRT_TINY:
        if ay == 0.0:
            raise ValueError("math domain error")
        real = -_math.log(_math.sqrt(ay) / _math.sqrt(_hypot(ay, 2.0)))
        return complex(real, _copysign(_math.atan2(2.0, -ay) / 2, y))
    real = _math.log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0
    return complex(real, -_math.atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0)


def _turned(function, x, y):
    """The circular function of a number from the hyperbolic one of it times i."""
    result = function(-y, x)
    return complex(result.imag, -result.real)


def sinh(z, /):
    """Return the hyperbolic sine."""
    return _sinh(*_parts(z))


def cosh(z, /):
    """Return the hyperbolic cosine."""
    return _cosh(*_parts(z))


def tanh(z, /):
    """Return the hyperbolic tangent."""
    return _tanh(*_parts(z))


def sin(z, /):
    """Return the sine."""
    return _turned(_sinh, *_parts(z))


def cos(z, /):
    """Return the cosine."""
    x, y = _parts(z)
    return _cosh(-y, x)


def tan(z, /):
    """Return the tangent."""
    return _turned(_tanh, *_parts(z))


def asinh(z, /):
    """Return the inverse hyperbolic sine."""
    return _asinh(*_parts(z))


def atanh(z, /):
    """Return the inverse hyperbolic tangent."""
    return _atanh(*_parts(z))


def asin(z, /):
    """Return the arc sine."""
    return _turned(_asinh, *_parts(z))


def atan(z, /):
    """Return the arc tangent."""
    return _turned(_atanh, *_parts(z))


def acos(z, /):
    """Return the arc cosine."""
    x, y = _parts(z)
    if abs(x) > _HUGE or abs(y) > _HUGE:
        size = _math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(_math.atan2(abs(y), x), -_copysign(size, y) if x < 0.0 else _copysign(size, -y))
    ax, ay = _root(1.0 - x, -y)
    bx, by = _root(1.0 + x, y)
    return complex(2.0 * _math.atan2(ax, bx), _math.asinh(bx * ay - by * ax))


def acosh(z, /):
    """Return the inverse hyperbolic cosine."""
    x, y = _parts(z)
    if abs(x) > _HUGE or abs(y) > _HUGE:
        return complex(_math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0, _math.atan2(y, x))
    ax, ay = _root(x - 1.0, y)
    bx, by = _root(x + 1.0, y)
    return complex(_math.asinh(ax * bx + ay * by), 2.0 * _math.atan2(ay, bx))


def phase(z, /):
    """Return the angle."""
    x, y = _parts(z)
    return _math.atan2(y, x)


def polar(z, /):
    """Return the distance from 0 and the angle."""
    x, y = _parts(z)
    size = _hypot(x, y)
    if _math.isinf(size) and _math.isfinite(x) and _math.isfinite(y):
        raise OverflowError("math range error")
    return size, _math.atan2(y, x)


def rect(r, phi, /):
    """Return the number at that distance and angle."""
    r, phi = float(r), float(phi)
    return complex(r, r * phi) if phi == 0.0 else complex(r * _math.cos(phi), r * _math.sin(phi))


def isfinite(z, /):
    """Return whether both parts are finite."""
    return all(map(_math.isfinite, _parts(z)))


def isinf(z, /):
    """Return whether a part is infinite."""
    return any(map(_math.isinf, _parts(z)))


def isnan(z, /):
    """Return whether a part is NaN."""
    return any(map(_math.isnan, _parts(z)))


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Return whether two numbers are close to each other."""
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a, b = complex(*_parts(a)), complex(*_parts(b))
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
