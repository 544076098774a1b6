# What the compiler warns about: on stderr, before the program runs, in the order in which the code is made.
print("the program begins")
x = 5

# === Escapes and numbers, first of all ===
pattern = "\d+\w"
text = """
 over \s lines
"""
octal = "\400 \777"
data = b"\8\d"
joined = "fine \n" "\p" '\q'
raw = r"\d" + rb"\d".decode()
wide = "\é \
 \_"
shown = f"\d {x} {'\z'} {{ \w }} \m"
lines = f"""
 \a {x!r:>3}
 \i
"""
braces = f"\{x}"
number = 1if x else 2
numbers = [0x1for _ in "ab"], 0b1and 2, 0o7in [7], 1_0or 3, 1.5if x else 1, 2jif x else 1

# === Identity ===
print(x is 5, x is not "a", 5 is x, x is -1, x is (1, 2), x is 1.5, x is b"a")
print(x is None, x is True, x is ..., x is [], None is 5, x is f"{x}")
print(x == 5 is 5, 1 < x is 5 is not 6)
if x is 5:
    print("five")
while not x is 5 and x:
    break
assert (x, "always true")
assert ()if not x else 1


def order(x):
    for i in x:
        try:
            if i:
                return 1
            if x:
                continue
            break
        except ValueError:
            return x is 10
        else:
            x is 11
        finally:
            x is 12
    while x is 13:
        x[x is 14] = x is 15
    if 0:
        x is 16
    with (x is 17) as x[x is 18]:
        return x is 19
    x[x is 20] += x is 21

    def inner(a: x is 22 = x is 23, *, b=x is 24) -> (x is 25):
        x is 26

    class Inner(x is 27):
        "\c"
        y: x is 28 = x is 29

    return [
        x is 30
        for a in (x is 31,)
        if x is 32
    ]


# === Missing commas ===
def commas():
    [1](2), "a"(1), 1(), None(), f"{x}"(), (1, 2)(3), {1: 2}(3), {i for i in x}(), (i for i in x)(1)
    [1, 2] [3, 4]
    (1, 2)[1.0], "a"["b"], "a"[None], b"a"[1j], f"{x}"["x"], [1][{1}], [1][lambda: 0], [1][[2]], [1][...]
    [1][True], [1][x], [1][1:2], [1][-1], {1: 2}["a"], (lambda: 0)()
    1[0], None[0], ...[0], {1}[0], (lambda: 0)[0], (i for i in x)[0]
    ("first" "second"
        (x))


# === In texts that a program compiles ===
exec('x is 5\nx is 6')
exec('x is 5')
print(eval('x is 5'))
code = compile('"\\d"\nx is 2', 'other.py', 'exec')
exec(code)
try:
    exec('"\\d"; x = = 1')
except SyntaxError as error:
    print(repr(error))

import traceback
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    compile('"\\d"\nx is 2', 'other.py', 'exec')
    for warning in log:
        print(warning)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ['"\\d"', 'x  is 1', '\n ( 1)()', 'assert (1, 2)', '1if x else 2', 'f"a{x}\\d"', 'y+"aa" "bb\\dd"', '\n"\\777"']:
        try:
            exec(source.replace("\n ", "\n"))
        except SyntaxError as error:
            print(repr(error))
            traceback.print_exc()
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    exec('x is 1')
warnings.filterwarnings("ignore", ".*literal.*")
exec('x is 1; "\\d"')
