"""Signals, contexts and rounding, for `decimal`."""

import contextvars as _contextvars

from _types import with_module as _with_module

__name__ = "decimal"  # where the classes are to be found

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR"
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP = (
    "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP",
)  # fmt: skip
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -MAX_EMAX, -1999999999999999997


class DecimalException(ArithmeticError):
    """What can go wrong with decimals."""


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


def cut(n, drop, rounding, negative):
    """Return a count of units without its last digits, rounded, and whether anything was lost."""
    unit = 10**drop
    whole, rest = divmod(n, unit)
    if not rest:
        return whole, False
    half = (2 * rest > unit) - (2 * rest < unit)
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or half == 0 and whole % 2 == 1
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not negative
    elif rounding == ROUND_FLOOR:
        up = negative
    elif rounding == ROUND_05UP:
        up = whole % 5 == 0
    else:
        up = False
    return whole + up, True


class _SignalDict(dict):
    def __setitem__(self, key, value):
        if key not in SIGNALS:
            raise KeyError(
                "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, "
                "Subnormal, Inexact, Rounded,\n   Clamped]"
            )
        super().__setitem__(key, bool(value))

    def __repr__(self):
        return "{" + ", ".join(f"<class 'decimal.{k.__name__}'>:{v}" for k, v in self.items()) + "}"


def _signals(given, default):
    if given is None:
        return _SignalDict({signal: signal in default for signal in SIGNALS})
    if isinstance(given, dict):
        return _SignalDict({signal: bool(given.get(signal, False)) for signal in SIGNALS})
    return _SignalDict({signal: signal in given for signal in SIGNALS})


@_with_module
class Context:
    """How many digits count, how they are rounded, and which signals raise."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self.traps = _signals(traps, [s for s in SIGNALS if base is not None and base.traps[s]])
        self.flags = _signals(flags, ())

    def __setattr__(self, name, value):
        if name == "prec" and not 1 <= value <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in ROUNDINGS:
            raise TypeError(
                "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
            )
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ", ".join(s.__name__ for s in _SHOWN if self.flags[s])
        traps = ", ".join(s.__name__ for s in _SHOWN if self.traps[s])
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
            f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])"
        )

    def copy(self):
        """Return a context that is equal to this one."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        """Forget which signals there were."""
        for signal in SIGNALS:
            self.flags[signal] = False

    def clear_traps(self):
        """Let no signal raise."""
        for signal in SIGNALS:
            self.traps[signal] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def signal(self, signal, *conditions):
        """Note a signal; raise it if it is trapped."""
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal(list(conditions) or [signal])

    def create_decimal(self, num="0"):
        """Return a decimal, rounded to this context."""
        from decimal import Decimal

        return Decimal(num).plus(self)

    def __getattr__(self, name):
        """Offer the operations of decimals as methods: `ctx.add(a, b)`."""
        import decimal

        kind = decimal.Decimal
        binary = {"add": "__add__", "subtract": "__sub__", "multiply": "__mul__", "divide": "__truediv__", "divide_int": "__floordiv__",
                  "remainder": "__mod__", "divmod": "__divmod__", "power": "__pow__", "abs": "__abs__", "minus": "__neg__", "plus": "__pos__"}  # fmt: skip
        method = getattr(kind, binary.get(name, name), None)
        if name.startswith("_") or method is None:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")

        def operation(*operands):
            with localcontext(self):
                return method(*(operand if isinstance(operand, kind) else kind(operand) for operand in operands))

        return operation


DefaultContext = None
_own = Context.__new__(Context)
for _name, _value in (("prec", 28), ("rounding", ROUND_HALF_EVEN), ("Emin", -999999), ("Emax", 999999), ("capitals", 1), ("clamp", 0)):
    setattr(_own, _name, _value)
_own.flags, _own.traps = _signals((), ()), _signals((InvalidOperation, DivisionByZero, Overflow), ())
DefaultContext = _own
ExtendedContext = Context(9, ROUND_HALF_EVEN, flags=[], traps=[])
BasicContext = Context(9, ROUND_HALF_UP, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])

_current = _contextvars.ContextVar("decimal_context")


def getcontext():
    """Return the context that counts now."""
    try:
        return _current.get()
    except LookupError:
        context = Context()
        _current.set(context)
        return context


def setcontext(context, /):
    """Make a context count."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    _current.set(context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context)


class localcontext:
    """Lets a copy of a context count in a block."""

    def __init__(self, ctx=None, **changes):
        self._new = (getcontext() if ctx is None else ctx).copy()
        for name, value in changes.items():
            if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self._new, name, _signals(value, ()) if name in ("flags", "traps") else value)

    def __enter__(self):
        self._saved = getcontext()
        _current.set(self._new)
        return self._new

    def __exit__(self, *exc_info):
        _current.set(self._saved)
