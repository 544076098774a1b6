# The format mini-language: every field of it, and what it refuses.

def show(value, spec):
    try:
        print(repr(format(value, spec)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Strings ===
for spec in ["", "s", "10", "<10", ">10", "^10", "*^10", ".3", "10.3", "^10.3s", "\u00e9>8", "0>6", "05", "010.2", "{<5"]:
    show("hello", spec)
for spec in ["d", "+", "=10", ",", "#", " ", "z", "10f", "<<<", "1.2.3", "._"]:
    show("hello", spec)

# === Integers ===
for spec in ["", "d", "5", "05", "<5", "^5", "+", "+05", " ", "-", ",", "_", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "_b", "_x", "#010x", "c",
             "e", ".2f", "%", ".1%", "g", "n", "*=+10", "=10", "010,", "+,", "0=8", "08,d", "020_b"]:
    show(1234, spec)
    if spec not in ("c",):
        show(-1234, spec)
for spec in ["s", ".2", ".2d", "y", "+c", ",x", ",b", "#c", ",_", "_,", ",n", "zd", "1000000000000000000000d", "0.5"]:
    show(65, spec)
show(-1, "c")
show(0x110000, "c")
show(True, "")
show(True, "d")
show(True, "5")
show(True, "s")
show(10**30, ",")
show(10**30, "e")
show(10**400, "f")

# === Floats ===
for value in (1234.5678, -0.00012345, 0.0, -0.0, 1e100, float("inf"), float("nan"), 1e16, 2.5, 100.0):
    print(*(repr(format(value, spec)) for spec in ["", "f", ".2f", ".0f", "#.0f", "e", ".2e", "g", ".3g", "#g", "G", "E", "n", "%", ".1%", "+.1f", "010.2f", ",.2f", "_.1f", "z.1f", " .2f", "F"]))
for spec in ["d", "s", "x", "c", ".", ".-1f", "b", ",n", ".10000000000000000000f"]:
    show(1.5, spec)
show(1.5, "=+12.3f")
show(1.5, "012")
show(-1.5, "*=12")
show(3.0, ".3")
show(123456.789, ".3")
show(0.1, ".20f")
show(1e300, ".1f")

# === Others ===
show(None, "")
show(None, "10")
show([1], ">10")
show((1,), "d")
show(b"a", "5")
show(object, "<5")


class Money:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f"<{spec}|{self.n}>"


class Broken:
    def __format__(self, spec):
        return 5


show(Money(3), "anything at all")
print(f"{Money(4)} {Money(5):x{2}y}")
show(Broken(), "")
try:
    format(1, 2)
except TypeError as error:
    print(error)
