# Scopes of comprehensions and what they can reach.
x = "global"
print([x for x in range(3)], x, {x: x for x in "ab"}, {x % 2 for x in range(4)}, x)


def function():
    x = "local"
    squares = [x * n for n, x in enumerate([1, 2])]
    generator = (x for _ in range(2))
    x = "changed"
    return squares, x, list(generator)


print(function())


class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        mixed = [i for i in range(2) if i in items]
    except NameError as error:
        mixed = str(error)
    total = sum(i for i in items)


print(C.doubled, C.mixed, C.total)
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)], [i for i in range(10) if i % 2 if i % 3], [a + b for a, b in zip("xy", "zw")], [y for x in [[1, 2], [3]] for y in x])
print([i if i else "zero" for i in range(3)], {k: v for k, v in zip("ab", [1, 2]) if v > 1}, {frozenset([i]) for i in (1, 1)}, [lambda: i for i in range(2)][0](), [(lambda n: n * i)(2) for i in range(3)])
outer = [10, 20]
print([outer.index(o) for o in outer], [[o + i for i in range(2)] for o in outer], [*(o for o in outer)], list(o for o in outer if o > 10))
print([i for i in (j for j in range(3))], sum(1 for _ in "abc"), [print(i) for i in range(2)], [i for i in range(3) if (print("check", i), i % 2)[1]])
try:
    [undefined for _ in range(1)]
except NameError as error:
    print(error)
try:
    [i for i in range(2)] and i
except NameError as error:
    print(error)
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as error:
    print(error)
for source in ("[x for x in]", "[x for]", "[for x in y]", "[x for x y]", "[x, y for x in z]", "{x: y for x in z, 1}", "[x = 1 for x in y]", "[(x := 1) for x in y]", "{x: *y for x in z}", "[x for x in y else z]", "[x if y for x in z]", "(x for x in y", "[x for 1 in y]", "[x for x() in y]", "{**x for x in y}", "[yield x for x in y]", "[(yield x) for x in y]"):
    try:
        compile(source, "s", "eval")
        print("fine", source)
    except SyntaxError as error:
        print(source, "->", error.msg)
