# Objects and formats: __format__, __str__, __repr__, __bytes__, __index__, conversion rules.
from datetime import date


class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = amount, currency

    def __repr__(self):
        return f"Money({self.amount!r}, {self.currency!r})"

    def __str__(self):
        return f"{self.amount:.2f} {self.currency}"

    def __format__(self, spec):
        if spec == "":
            return str(self)
        if spec.startswith("c"):
            return f"{self.currency}{format(self.amount, spec[1:])}"
        return format(str(self), spec)

    def __bytes__(self):
        return str(self).encode()

    def __index__(self):
        return int(self.amount)

    def __bool__(self):
        return self.amount != 0

    def __len__(self):
        return 3


m = Money(1234.5)
print(m, repr(m), [m], f"{m}", f"{m!r}", f"{m!s:>15}", f"{m:>15}", f"{m:c,.1f}", "%s %r" % (m, m), "{} {:c.0f} {!r:.5}".format(m, m, m), format(m), format(m, "<15") + "|", bytes(m), hex(Money(255)), "abc"[Money(1)], [0] * 2 + [m.amount][:1], len(m), bool(Money(0)), str(Money(3)), {m.currency: m})


class OnlyRepr:
    def __repr__(self):
        return "<only repr>"


class OnlyStr:
    def __str__(self):
        return "only str"


class Neither:
    pass


class Inherits(OnlyRepr):
    def __str__(self):
        return "str wins: " + super().__str__()


print(OnlyRepr(), str(OnlyRepr()), f"{OnlyRepr()}", [OnlyRepr()], OnlyStr(), repr(OnlyStr()).startswith("<__main__.OnlyStr object at"), str(Neither()).startswith("<__main__.Neither object"), Inherits(), [Inherits()], f"{OnlyRepr():}" == "<only repr>")
for f in (lambda: f"{Neither():>10}", lambda: f"{OnlyRepr():d}", lambda: format(None, "5"), lambda: "{:x}".format(OnlyStr()), lambda: f"{[1]:>5}", lambda: f"{m:c q}", lambda: bytes(Neither()), lambda: hex(Neither()), lambda: "%d" % OnlyStr(), lambda: "abc"[Neither()], lambda: int(OnlyStr()), lambda: float(Neither())):
    try:
        print(f())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Bad:
    __repr__ = lambda self: 5
    __str__ = lambda self: None
    __format__ = lambda self, spec: 1
    __bool__ = lambda self: 2
    __len__ = lambda self: "x"
    __index__ = lambda self: 1.5
    __bytes__ = lambda self: "text"
    __hash__ = lambda self: "hash"
    __int__ = lambda self: "int"
    __float__ = lambda self: 1
    __complex__ = lambda self: 1
    __iter__ = lambda self: 5
    __contains__ = lambda self, item: "truthy"
    __length_hint__ = lambda self: "long"
    __round__ = lambda self, n=None: "anything"
    __dir__ = lambda self: 5


b = Bad()
for f in (lambda: repr(b), lambda: str(b), lambda: f"{b}", lambda: bool(b), lambda: len(b), lambda: [1, 2][b], lambda: bytes(b), lambda: hash(b), lambda: int(b), lambda: float(b), lambda: complex(b), lambda: list(b), lambda: 1 in b, lambda: round(b), lambda: dir(b), lambda: range(b), lambda: print(b), lambda: {b: 1}, lambda: sorted([b]) and "sorted alone is fine"):
    try:
        print(f())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(f"{date(2024, 5, 6):%d.%m.%Y} {date(2024, 5, 6)} {date(2024, 5, 6)!r} {3:{'0'}>{5}} {True:d} {True} {None} {...} {3.0:g} {10**3:,}")


class Table:
    def __init__(self, *rows):
        self.rows = rows

    def __str__(self):
        widths = [max(len(str(v)) for v in column) for column in zip(*self.rows)]
        return "\n".join(" ".join(f"{v!s:{'>' if isinstance(v, (int, float)) else '<'}{w}}" for v, w in zip(row, widths)).rstrip() for row in self.rows)


print(Table(("name", "n", "price"), ("apple", 3, 0.5), ("melon", 12, 10.25)))
