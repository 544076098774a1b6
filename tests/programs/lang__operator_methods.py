# Operators of classes: forward, reflected, in place, refused.

class Num:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Num({self.n})"

    def __add__(self, other):
        print("add", other)
        return Num(self.n + other) if isinstance(other, int) else NotImplemented

    def __radd__(self, other):
        print("radd", other)
        return Num(other + self.n)

    def __iadd__(self, other):
        print("iadd", other)
        self.n += other
        return self

    def __mul__(self, other):
        return "mul"

    __rmul__ = None

    def __matmul__(self, other):
        return f"{self} @ {other}"

    def __neg__(self):
        return Num(-self.n)

    def __invert__(self):
        return "invert"

    def __pos__(self):
        return "pos"

    def __abs__(self):
        return abs(self.n)

    def __pow__(self, other, modulo=None):
        return ("pow", other, modulo)

    def __divmod__(self, other):
        return "divmod"

    def __rshift__(self, other):
        return f"piped into {other}"

    def __round__(self, n=None):
        return ("round", n)

    def __int__(self):
        return self.n

    def __index__(self):
        return self.n

    def __float__(self):
        return self.n + 0.5

    def __complex__(self):
        return self.n + 1j

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a = Num(3)

# === Arithmetic ===
show(lambda: a + 1)
show(lambda: 1 + a)
show(lambda: a + "x")
show(lambda: a + a)
show(lambda: a * 2)
show(lambda: 2 * a)
show(lambda: a @ 5)
show(lambda: a - 1)
show(lambda: 1 - a)
show(lambda: a**2)
show(lambda: pow(a, 2, 3))
show(lambda: 2**a)
show(lambda: divmod(a, 1))
show(lambda: divmod(1, a))
show(lambda: a >> "f")
show(lambda: a << 1)
show(lambda: (-a, ~a, +a, abs(a), round(a), round(a, 2), int(a), float(a), complex(a), hex(a), bin(a)))
import math
show(lambda: (math.trunc(a), math.floor(a), math.sqrt(a), [10, 20, 30, 40][a], "x" * 2, range(a)))
show(lambda: math.ceil(a))
b = a
b += 4
print(b is a, a)


# === A subclass's reflected method goes first ===
class Base:
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"

    def __eq__(self, other):
        print("Base.eq")
        return NotImplemented

    def __lt__(self, other):
        return "Base.lt"

    __hash__ = None


class Derived(Base):
    def __radd__(self, other):
        return "Derived.radd"

    def __eq__(self, other):
        print("Derived.eq")
        return True

    def __gt__(self, other):
        return "Derived.gt"


print(Base() + Derived(), Derived() + Base(), Base() == Derived(), Base() < Derived(), Base() > Base(), Base() != Base())
show(lambda: Base() <= Base())
show(lambda: hash(Base()))


# === In place falls back ===
class Seq:
    def __init__(self, items):
        self.items = items

    def __add__(self, other):
        return Seq(self.items + list(other))


s = Seq([1])
t = s
s += (2,)
print(s.items, t.items, s is t)
n = 5
n -= 2
n *= 3
n //= 2
n **= 2
n %= 7
n <<= 3
n |= 1
n ^= 3
n &= 0xFE
n >>= 1
print(n)
show(lambda: exec("x = 1; x += 'a'"))
show(lambda: exec("x = 'a'; x -= 'a'"))
show(lambda: exec("x = []; x += 5"))
show(lambda: exec("x = (); x += [1]"))
