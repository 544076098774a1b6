# The walrus operator.

def show(source):
    try:
        exec(source, {})
        print("fine", source)
    except SyntaxError as error:
        print(f"{source} -> {error.msg}")


if (n := len("abc")) > 2:
    print("long", n)
data = iter([1, 2, 0, 3])
while (value := next(data)) != 0:
    print("value", value)
print([y := 5, y**2], (z := 1, z + 1), y, z)
print([last := x for x in range(3)], last)
print(any((found := w).startswith("b") for w in ["a", "bc", "d"]), found)
print({(k := c): ord(k) for c in "ab"}, k)
print(f"{(w := 10):>5}|{w}", (lambda: (inner := 3) + inner)())
text = "a1b22"
print([int(m) for part in text.split("b") if (m := part.strip("a"))])


def function(a=(default := 5)):
    return a, default


print(function())


class C:
    attribute = (in_class := 7)
    copy = in_class


print(C.copy, C.in_class)


def scope():
    [inner := i for i in range(3)]
    return inner


print(scope(), "inner" in globals())


def nested():
    total = 0
    return [total := total + n for n in range(4)], total


print(nested())
print((a := 1) + (a := a + 1) + a, a, (b := (c := 3)), c)
print(*[(t := i) for i in range(2)], t, max((best := 3), 2), best)
for source in ("x := 5", "(x := 5)", "f(x := 1)", "f(a = b := 1)", "f(a=(b := 1))", "[i := 0 for i in range(3)]", "[x for x in (y := [1])]", "(a.b := 1)", "(a[0] := 1)", "((a, b) := 1)", "x = y := 1", "x = (y := 1)", "lambda: x := 1", "assert x := 1", "del (x := 1)",
               "class A: [x := i for i in range(2)]", "def f(a := 1): pass", "print(f'{x:=5}')", "with (x := 1): pass", "(True := 1)", "{a := 1}", "{a := 1: 2}", "x[y := 1]", "return (x := 1)"):
    show(source) if "print(f" not in source and "with" not in source and "x[y" not in source and "f(" not in source else print("compiled", bool(compile(source, "s", "exec")) if source not in ("f(a = b := 1)", "def f(a := 1): pass") else "refused")
