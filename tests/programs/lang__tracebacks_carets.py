# Which part of a line a traceback points at. Each error is printed with traceback.print_exc.
import traceback

class Dog:
    name = "Rex"

def run(f, *args):
    try:
        f(*args)
    except Exception:
        traceback.print_exc()

# === Operators ===
def operators(a, b, c):
    return (a + b) * c + a["key"] - b

run(operators, 1, 2, 3)
run(operators, 1, "x", 3)

def chain(a, b):
    return 1 < 2 < a < b

run(chain, 3, "x")

# === Calls ===
def call(f, x):
    result = [f(x), len(x), f(x)(1)(2)]
    return result

run(call, len, "abc")
run(call, 5, "abc")
run(call, len, 7)

# === Attributes and indices ===
def parts(dog, items):
    print(dog.name.upper(), items[0])
    return dog.owner.name, items[10]

run(parts, Dog(), [1])

def indices(table):
    return table["a"]["b"][0]["c"]

run(indices, {"a": {"b": [{}]}})
run(indices, {"a": None})

# === A whole line has no carets ===
def whole():
    raise ValueError("whole")

run(whole)

# === Several lines ===
def long(a, b):
    return (
        a
        + b
        * 2
    )

run(long, 1, None)

def call_lines(f):
    return f(
        1,
        2,
    )

run(call_lines, lambda a: a)

# === Indentation, tabs and wide characters ===
def wide(values):
    if True:
        名前 = "é" + values["日本"] + values[0]
    return 名前

run(wide, {"日本": "x"})

# === Assignments, deletions, unpacking ===
def store(t):
    t[0] = 1

def remove(t):
    del t.x

def unpack(t):
    a, b = t

def augment(t):
    t += 1

run(store, (1,))
run(remove, Dog())
run(unpack, [1, 2, 3])
run(augment, "x")

# === Loops, conditions, with, assert ===
def loop(n):
    for i in n:
        pass

def manager(m):
    with m as x:
        pass

def check(x):
    assert x > 5, f"{x} is too small"

def string(x):
    return f"{x} and {x.missing} and {x!r:>{x}}"

run(loop, 5)
run(manager, 5)
run(check, 3)
run(string, 5)
