# complex, one expression each.
a, b = 3 + 4j, 1 - 2j

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (a, b, a + b, a - b, a * b, a / b))
show(lambda: (a ** 2, a ** 0, a ** -1, 2 ** 1j, abs(a)))
show(lambda: (a.real, a.imag, a.conjugate(), -a, +a))
show(lambda: (a == 3 + 4j, a != b, a == 3, 3 + 0j == 3))
show(lambda: (complex(1, 2), complex("1+2j"), complex(5), complex(), complex(1.5, -0.0)))
show(lambda: (1j * 1j, 1j ** 2, 1j ** 3, (1 + 1j) ** 2))
show(lambda: (bool(0j), bool(1j), hash(3 + 0j) == hash(3)))
show(lambda: (str(1j), repr(-1j), str(1 + 0j), f"{a:.1f}", f"{b!r:>10}"))
show(lambda: (sum([1j, 2j]), [a] * 2, {a: "key"}[3 + 4j]))
show(lambda: (complex("j"), complex("-j"), complex("1e2-3j"), complex(" 1j ")))
show(lambda: (complex("1 + 2j")))
show(lambda: (complex("abc")))
show(lambda: (complex("1", 2)))
show(lambda: (complex(None)))
show(lambda: (a < b))
show(lambda: (a > 1))
show(lambda: (a // b))
show(lambda: (a % b))
show(lambda: (divmod(a, b)))
show(lambda: (int(a)))
show(lambda: (float(a)))
show(lambda: (round(a)))
show(lambda: (a / 0))
show(lambda: (0j ** -1))
show(lambda: (max(a, b)))
show(lambda: (sorted([a, b])))
show(lambda: (a.real.is_integer(), type(a.real), isinstance(a, complex)))
show(lambda: (complex(float("inf"), 1) * 2, complex(float("nan"), 0) == complex(float("nan"), 0)))
show(lambda: (pow(a, 2), pow(a, 2, 3)))
