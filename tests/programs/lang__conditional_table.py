# Conditional expressions and chains.
x, y = 5, None

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (1 if x else 2, 1 if y else 2, "a" if x > 3 else "b", (1 if x else 2) + 10, 1 if x else 2 + 10))
show(lambda: ("small" if x < 3 else "medium" if x < 10 else "large", [1, 2][x > 3], {True: "t", False: "f"}[x == 5], x and "yes" or "no"))
show(lambda: (y or "default", y if y is not None else "default", (y or 0) + 1, x or 1 / 0, y and y.z, not x, not y))
show(lambda: ([n if n % 2 else -n for n in range(4)], ["odd" if n % 2 else "even" for n in range(3)], {k: (v if v else "none") for k, v in {"a": 1, "b": 0}.items()}))
show(lambda: (max(1, 2) if x else min(1, 2), (lambda a: "pos" if a > 0 else "neg" if a < 0 else "zero")(0), f"{'yes' if x else 'no'}", print("a") if x else print("b")))
show(lambda: (1 < x < 10, 1 < x > 3, x == 5 == 5.0, 1 < 2 < 3 < 2, 5 > x, x != 5 != 6, x is x is not None, 3 in [3] in [[3]]))
show(lambda: ((1, 2) if x else (3, 4), [*([1] if x else []), 2], {**({"a": 1} if y else {}), "b": 2}, (yield_ := x if x else 0), "ab"[0 if y else 1]))
show(lambda: (x if x > 1 / 0 else 1))
show(lambda: (1 if undefined else 2))
show(lambda: ((1 if x else undefined), (undefined if y else 2)))
show(lambda: (all([x, 1]) and not any([y, 0]), bool(x) ^ bool(y), x if (n := 3) > 2 else n, sum(1 if c in "aeiou" else 0 for c in "education"), min(x, 3) if x else 0))
