# Complex numbers.


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Literals and texts ===
print(1j, 1 + 2j, -1j, 0j, -0j, 1 - 0j, 1.5j, 1e100j, complex(1, -2), complex(0, -0.0), complex(-0.0, 1))
for text in ["1", "1j", "1+2j", "-1-2j", "j", "+j", "1e3+1e-3j", " 1+1j ", "(1+2j)", "infj", "nan+nanj", "1 + 2j", "", "abc", "1+2", "1j+2", "((1))"]:
    show(lambda: complex(text))
show(lambda: complex("1", 2))
show(lambda: complex(1, "2"))
show(lambda: complex(None))
show(lambda: complex(1 + 1j, 1 + 1j))
show(lambda: complex())
show(lambda: complex(real=2))
show(lambda: complex(imag=2))

# === Arithmetic ===
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a**2, a**b, -a, +a, abs(a), a.conjugate(), a.real, a.imag)
print(a + 1, 1 - a, a * 2.0, 2 / a, a == 3 + 4j, a != b, 1 + 0j == 1, hash(1 + 0j) == hash(1), bool(0j), bool(1j))
print((1j) ** 2, 1j**3, 1j**-1, 2**1j, (1 + 1j) ** 0, 0j**0, (-1) ** 0.5)
for f in (lambda: a / 0, lambda: 1 / 0j, lambda: 0j**-1, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a < b,
          lambda: int(a), lambda: float(a), lambda: round(a), lambda: a + "x", lambda: max(a, b), lambda: sorted([a, b]),
          lambda: pow(a, 2, 3), lambda: 0j ** 1j):
    show(f)
show(lambda: a.__trunc__)
show(lambda: setattr(a, "real", 1))

# === Formats ===
print(f"{a:.2f} {a:g} {b:+.1e} {a!r:>10} {a:>12} {a:^+14.1f}")
show(lambda: f"{a:d}")
show(lambda: f"{a:010}")
show(lambda: f"{a:=20}")
show(lambda: "%d" % a)
show(lambda: "%s %r" % (a, b))

# === Sums ===
print(sum([1j, 2j, 3]), sum([1j], 1))
