# Where control goes: try, except, else, finally, with return, break and continue.

def trace(f, *args):
    print(f.__name__, args, "->", f(*args))


def order(kind):
    steps = []
    try:
        steps.append("try")
        if kind == "raise":
            raise ValueError
        if kind == "return":
            return steps
    except ValueError:
        steps.append("except")
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    steps.append("end")
    return steps


for kind in ("plain", "raise", "return"):
    trace(order, kind)


def override():
    try:
        return "try"
    finally:
        return "finally"


def kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def kept_list():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


def break_in_finally():
    for i in range(3):
        try:
            return i
        finally:
            break
    return "after loop"


def continue_in_finally():
    out = []
    for i in range(3):
        try:
            if i == 1:
                raise KeyError
            out.append(i)
        except KeyError:
            out.append("caught")
            continue
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out


def nested_finally():
    out = []
    try:
        try:
            try:
                raise ValueError
            finally:
                out.append(1)
        except KeyError:
            out.append("wrong")
        finally:
            out.append(2)
    except ValueError:
        out.append(3)
    return out


def while_else(limit):
    n = 0
    while n < 5:
        n += 1
        if n == limit:
            break
    else:
        return "no break"
    return f"break at {n}"


def for_else(items):
    for item in items:
        if item < 0:
            break
        if item == 0:
            continue
    else:
        return "all fine"
    return f"negative: {item}"


def with_return():
    class Manager:
        def __enter__(self):
            return "entered"

        def __exit__(self, *exc):
            print("exit", exc[0])

    for _ in range(2):
        with Manager() as m:
            return m


def deep(n):
    try:
        if n == 0:
            raise ValueError("deep")
        deep(n - 1)
    finally:
        print("unwind", n)


trace(override)
trace(kept)
trace(kept_list)
trace(break_in_finally)
trace(continue_in_finally)
trace(nested_finally)
trace(while_else, 3)
trace(while_else, 9)
trace(for_else, [1, 0, 2])
trace(for_else, [1, -2, 2])
trace(for_else, [])
trace(with_return)
print("after the loop")
try:
    deep(2)
except ValueError as error:
    print(error)
