# Formatting with %.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Conversions ===
print("%d %i %u" % (1, -2, 3), "%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5), "%x %X %#x %o %#o" % (255, 255, 255, 8, 8))
print("%f %.2f %e %.1e %g %G" % (1.5, 1.555, 12345.678, 12345.678, 0.00001, 1e20), "%s %r %a" % ("é", "é", "é"), "%c%c" % ("a", 98))
print("%%" % (), "%5.1f|%-8s|%8s|%.2s" % (3.14159, "ab", "cd", "xyz"), "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
print("%(a)s %(b)03d %(a)r" % {"a": "x", "b": 7}, "%s" % [1, 2], "%s" % ((1, 2),), "%s and %s" % ("a", (1,)))
print("%d" % 3.99, "%d" % True, "%s" % None, "%x" % 10**20, "%d" % -(10**20), "%.3d" % 5, "%+.1f" % 0, "%010.3f" % -3.14159)
print("%i%%" % 50, "%5s%%" % 3, "%-5s|" % "é", "%s" % b"x", "%#.3g" % 1, "%ld %hd" % (1, 2))

# === Errors ===
show(lambda: "%d" % "a")
show(lambda: "%d" % "1")
show(lambda: "%d" % None)
show(lambda: "%x" % 1.5)
show(lambda: "%f" % "a")
show(lambda: "%c" % "ab")
show(lambda: "%c" % -1)
show(lambda: "%c" % 0x110000)
show(lambda: "%c" % 1.5)
show(lambda: "%s %s" % "a")
show(lambda: "%s" % ("a", "b"))
show(lambda: "%s" % ())
show(lambda: "text" % 1)
show(lambda: "text" % (1, 2))
show(lambda: "text" % {})
show(lambda: "text" % [])
show(lambda: "%q" % 1)
show(lambda: "%" % 1)
show(lambda: "%5" % 1)
show(lambda: "%(a)s" % 1)
show(lambda: "%(a)s" % {})
show(lambda: "%(a" % {"a": 1})
show(lambda: "%(a)s %s" % {"a": 1})
show(lambda: "%*d" % ("a", 1))
show(lambda: "%*d" % (5,))
show(lambda: "%d %d" % (1, "b"))
show(lambda: "%s" % Exception)
show(lambda: "%.f" % 2.5)
show(lambda: "%d" % float("nan"))
show(lambda: "%d" % float("inf"))


class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __int__(self):
        return 7

    def __index__(self):
        return 8


print("%s %r %d %x" % (Both(), Both(), Both(), Both()))

# === bytes ===
print(b"%d %s %b %c %x %a" % (1, b"two", b"three", 52, 255, "é"))
show(lambda: b"%s" % "text")
show(lambda: b"%d" % b"1")
show(lambda: bytearray(b"<%s>") % b"x")

# === It is an operator ===
text = "%s-%s"
text %= (1, 2)
print(text)
show(lambda: 5 % "a")
show(lambda: [] % 1)
