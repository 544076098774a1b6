# A vector class with all its operators.
import math


class Vector:
    def __init__(self, *parts):
        self.parts = tuple(parts)

    def __repr__(self):
        return f"Vector{self.parts}"

    def __str__(self):
        return "<" + ", ".join(f"{p:g}" for p in self.parts) + ">"

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Vector) else NotImplemented

    def __hash__(self):
        return hash(self.parts)

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError(f"lengths differ: {len(self)} and {len(other)}")
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return self * -1

    def __mul__(self, other):
        if isinstance(other, Vector):
            return sum(a * b for a, b in zip(self, other))
        return Vector(*(p * other for p in self))

    __rmul__ = __mul__

    def __truediv__(self, n):
        return Vector(*(p / n for p in self))

    def __matmul__(self, other):
        (a, b, c), (x, y, z) = self, other
        return Vector(b * z - c * y, c * x - a * z, a * y - b * x)

    def __abs__(self):
        return math.hypot(*self.parts)

    def __iter__(self):
        return iter(self.parts)

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, i):
        part = self.parts[i]
        return Vector(*part) if isinstance(i, slice) else part

    def __getattr__(self, name):
        if name in "xyz" and len(name) == 1 and "xyz".index(name) < len(self):
            return self.parts["xyz".index(name)]
        raise AttributeError(f"{type(self).__name__} has no {name!r}")

    def __bool__(self):
        return any(self.parts)

    def __format__(self, spec):
        return "(" + ", ".join(format(p, spec) for p in self) + ")"

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __round__(self, n=None):
        return Vector(*(round(p, n) for p in self))

    def __contains__(self, value):
        return value in self.parts


a, b = Vector(1, 2, 3), Vector(4, 5, 6)
print(a + b, a - b, -a, a * b, a * 2, 2 * a, a / 2, a @ b, abs(Vector(3, 4)), a == Vector(1, 2, 3), a != b, a == 5, bool(Vector(0, 0)), a[0], a[1:], a.x, a.z, len(a), list(a), 2 in a)
print(f"{a} {a!r} {a:.2f} {b:>4}", str(a), sum([a, b]), sorted([b, a]), max(a, b), {a: 1}[Vector(1, 2, 3)], round(Vector(1.567, 2.345), 1), [*a, *b], dict(zip("xyz", a)))
x, y, z = a
print(x, y, z)
c = a
c += b
c *= 2
print(c, a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a + Vector(1), lambda: a.w, lambda: a[9], lambda: a < 5, lambda: a @ Vector(1, 2), lambda: Vector(1, 2).z, lambda: a / 0, lambda: a - 1, lambda: 2 / a):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
