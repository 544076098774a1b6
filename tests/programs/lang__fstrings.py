# f-strings and format specifications.

# === Values ===
name, n, pi = "Ada", 42, 3.14159265
print(f"{name} {n} {pi}", f"{name!r} {n!s} {'é'!a}", f"{n + 1} {name.upper()} {[1, 2][0]}")
print(f"{{braces}} {n}{name}", f"{'nested ' + f'{n}'}", f"{"same quotes"}")
print(f"{n=} {name=} {n + 1 = }", f"{pi=:.2f}")

# === Numbers ===
print(f"|{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{-n:+}|{n: }|{n:=+6}|")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#x} {n:#o} {255:08b} {n:c} {n:d}")
print(f"{1234567:,} {1234567:_} {1234567.891:,.2f} {0xffff:_b}")
print(f"{pi:.2f} {pi:8.3f} {pi:<8.1f}| {pi:e} {pi:.3e} {pi:g} {pi:.3g} {1e10:g} {1e-5:g}")
print(f"{0.25:%} {0.256:.1%} {1.0:.0f} {2.5:.0f} {3.5:.0f} {1e100:.3g} {100.0:g} {-0.0:.1f}")
print(f"{float('inf'):f} {float('nan'):5} {float('-inf'):8}|")
print(f"{True:d} {True} {True:5} {10**20:,}")

# === Strings ===
print(f"|{name:10}|{name:>10}|{name:^10}|{name:*^10}|{name:.2}|{name:>6.2}|")

# === Nested specs ===
width, precision = 10, 3
print(f"|{pi:{width}.{precision}}|{name:{'*'}^{width}}|{n:{'0'}{5}}|")

# === format ===
print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a:>4}|{b}".format(a=1, b="x"))
print("{0.real} {1[0]} {2[k]}".format(5, [7], {"k": "v"}), format(3.5, ".2f"), format("x", ">3"))
print("%s is %d years and %.1f%% %r %5d|%-5s|%05.1f %x" % ("Ada", 36, 99.5, "q", 7, "ab", 2.5, 255))

# === Own format ===
class Money:
    def __init__(self, amount):
        self.amount = amount
    def __format__(self, spec):
        return f"${self.amount:{spec or '.2f'}}"
    def __repr__(self):
        return "Money()"
print(f"{Money(3)} {Money(2.5):.1f} {Money(1)!r:>10}")

# === Errors ===
for value, spec in (("x", "d"), (1.5, "d"), (1, ".2"), (1, "q"), ([], ">5")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# === Many lines ===
print(f"""first {
    n
} last""")
