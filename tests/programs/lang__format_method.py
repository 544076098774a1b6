# str.format, its fields and its errors.

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Fields ===
print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2), "{0} {a} {0}".format(1, a=2), "{{}} {}".format(1))
print("{0[0]} {0[1]}".format("ab"), "{a[k]} {a[1]}".format(a={"k": "v", 1: "one"}), "{0.real}".format(3), "{0.__class__.__name__}".format(3))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:>{}}|".format("a", 5), "{:{fill}^{width}}|".format("a", fill="*", width=5), "{0:{1}.{2}f}".format(3.14159, 8, 2))
print("{:,} {:.2%}".format(1234567, 0.256), "{:5}|{:<5}|{:^5}|{:>5}".format(1, 2, 3, 4), "{!r:>6}".format("a"))

# === Errors ===
show(lambda: "{}".format())
show(lambda: "{} {}".format(1))
show(lambda: "{1}".format(1))
show(lambda: "{a}".format())
show(lambda: "{a}".format(b=1))
show(lambda: "{} {0}".format(1))
show(lambda: "{0} {}".format(1))
show(lambda: "{".format(1))
show(lambda: "}".format(1))
show(lambda: "{0".format(1))
show(lambda: "{0!}".format(1))
show(lambda: "{0!x}".format(1))
show(lambda: "{0!rr}".format(1))
show(lambda: "{0:{".format(1))
show(lambda: "{0[}".format([1]))
show(lambda: "{0[]}".format([1]))
show(lambda: "{0[a]}".format([1]))
show(lambda: "{0[5]}".format([1]))
show(lambda: "{0.}".format(1))
show(lambda: "{0.nope}".format(1))
show(lambda: "{0[0]x}".format([1]))
show(lambda: "{:d}".format("a"))
show(lambda: "{:{}}".format(1))
show(lambda: "{:{:{}}}".format(1, 2, 3))
show(lambda: "{a.b}".format(a=1))
show(lambda: "{-1}".format(1))
show(lambda: "{a b}".format(**{"a b": 1}))
show(lambda: "{99999999999999999999}".format(1))

# === format_map ===


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{x} and {y}".format_map(Default(x=1)))
show(lambda: "{x}".format_map({}))
show(lambda: "{}".format_map({}))
show(lambda: "{x}".format_map([1]))

# === The builtin ===
print(format(3.5, ".2f"), format("a", "<3") + "|", format(5), format([1]))
