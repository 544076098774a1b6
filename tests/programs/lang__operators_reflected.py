# Operators of classes: reflected, in place, comparisons, NotImplemented.

# === Reflected ===
class Meters:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        if isinstance(other, (int, float)):
            return Meters(self.n + other)
        if isinstance(other, Meters):
            return Meters(self.n + other.n)
        return NotImplemented
    def __radd__(self, other):
        return self + other
    def __sub__(self, other):
        return Meters(self.n - getattr(other, "n", other))
    def __rsub__(self, other):
        return Meters(other - self.n)
    def __truediv__(self, k):
        return Meters(self.n / k)
    def __floordiv__(self, k):
        return Meters(self.n // k)
    def __mod__(self, k):
        return Meters(self.n % k)
    def __pow__(self, k):
        return Meters(self.n ** k)
    def __lshift__(self, k):
        return f"{self.n} << {k}"
    def __and__(self, other):
        return "and"
    def __invert__(self):
        return "inverted"
    def __abs__(self):
        return Meters(abs(self.n))
    def __int__(self):
        return int(self.n)
    def __float__(self):
        return float(self.n)
    def __index__(self):
        return self.n
    def __round__(self, digits=None):
        return round(self.n, digits)
    def __divmod__(self, k):
        return divmod(self.n, k)
    def __matmul__(self, other):
        return "matmul"
    def __repr__(self):
        return f"{self.n}m"

a = Meters(7)
print(a + 1, 1 + a, a + a, sum([a, a]), a - 2, 10 - a, a / 2, a // 2, a % 4, a ** 2, a << 3, a & 1, ~a)
print(abs(Meters(-3)), int(a), float(a), [0, 1, 2, 3, 4, 5, 6, "seven"][a], round(Meters(2.567), 1), divmod(a, 2), a @ a, hex(a))
for f in (lambda: a + "x", lambda: "x" + a, lambda: a * 2, lambda: a < a, lambda: -a):
    try:
        f()
    except TypeError as error:
        print(error)

# === In place ===
class Log:
    def __init__(self):
        self.lines = []
    def __iadd__(self, line):
        self.lines.append(line)
        return self
log = same = Log()
log += "one"
log += "two"
print(log.lines, log is same)
b = a
b += 1
print(a, b)

# === Comparisons ===
class Size:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        if not isinstance(other, Size):
            return NotImplemented
        return self.n == other.n
    def __lt__(self, other):
        return self.n < other.n
    def __le__(self, other):
        return self.n <= other.n
print(Size(1) == Size(1), Size(1) != Size(2), Size(1) == 1, Size(1) < Size(2), Size(2) > Size(1), Size(2) >= Size(3), Size(1) != 1)
try:
    {Size(1)}
except TypeError as error:
    print(error)

# === A subclass goes first ===
class Base:
    def __add__(self, other):
        return "base add"
    def __radd__(self, other):
        return "base radd"
class Derived(Base):
    def __radd__(self, other):
        return "derived radd"
print(Base() + Derived(), Derived() + Base(), 1 + Base())
