# Deeply nested sources and values.

def show(source, mode="eval"):
    try:
        compile(source, "s", mode)
        return "fine"
    except (SyntaxError, RecursionError, MemoryError) as error:
        return f"{type(error).__name__}: {getattr(error, 'msg', error)}"


print(show("(" * 50 + "1" + ")" * 50), show("[" * 60 + "]" * 60), show("-" * 90 + "1"), show("not " * 90 + "x"), show("1" + " + 1" * 90), show("x" + ".y" * 90), show("f" + "()" * 90), show("x" + "[0]" * 90))
print(show("(" * 250 + ")" * 250), show("[" * 300 + "1" + "]" * 300))
print(show("x = " * 50 + "1", "exec"), show(", ".join(["1"] * 5000)), show("[" + "1, " * 5000 + "]"), show("{" + "1: 2, " * 3000 + "}"), show("'a' " * 2000), show("x < " * 90 + "y"), show("a if b else " * 60 + "c"), show("lambda: " * 60 + "0"))
indented = "".join(" " * n + "if x:\n" for n in range(99)) + " " * 99 + "pass\n"
print(show(indented, "exec"))
too_deep = "".join(" " * n + "if x:\n" for n in range(101)) + " " * 101 + "pass\n"
print(show(too_deep, "exec"))
blocks = "".join(" " * n + "for x in y:\n" for n in range(25)) + " " * 25 + "pass\n"
print(show(blocks, "exec"))
functions = "".join(" " * n + f"def f{n}():\n" for n in range(60)) + " " * 60 + "pass\n"
print(show(functions, "exec"))
print(show("f'{" * 3 + "1" + "}'" * 3), show("x = 1\n" * 3000, "exec"), show("def f(" + ", ".join(f"a{n}" for n in range(300)) + "): pass", "exec"), show("f(" + ", ".join(f"{n}" for n in range(300)) + ")"), show("f(" + ", ".join(f"k{n}={n}" for n in range(300)) + ")"))
value = []
for _ in range(100):
    value = [value]
text = repr(value)
print(len(text), eval("[" * 40 + "]" * 40) is not None)
d = {}
for _ in range(100):
    d = {"k": d}
print(str(d).count("k"), d == d, len(str(d)))
