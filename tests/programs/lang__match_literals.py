# match: literals, captures, guards, alternatives.

def kind(value):
    match value:
        case None:
            return "none"
        case True | False:
            return "bool"
        case 0:
            return "zero"
        case -1 | 1:
            return "unit"
        case 1.5:
            return "one and a half"
        case 2 + 3j | -1j:
            return "complex"
        case "yes" | "y" | "on":
            return "agreed"
        case b"raw":
            return "bytes"
        case str(text) if text.isdigit():
            return f"digits {text}"
        case str() | bytes():
            return "text"
        case int(n) if n > 100:
            return "large"
        case int() | float() as number:
            return f"number {number}"
        case _:
            return "something"


for value in (None, True, 0, False, -1, 1.0, 1.5, 2 + 3j, -1j, "y", b"raw", "42", "", b"", 1000, 7, 7.5, [], object):
    print(repr(value), kind(value))


# === Captures bind even when the guard fails ===
def guard(value):
    match value:
        case [x, y] if x == y:
            return "same", x
        case [x, y] if x > y:
            return "falling", x, y
        case [x, *_]:
            return "first", x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


print(guard([1, 1]), guard([2, 1]), guard([1, 2]), guard([]), guard("ab"))


# === Names with dots are values ===
class Color:
    RED = "red"
    GREEN = "green"


def paint(color):
    match color:
        case Color.RED:
            return "stop"
        case Color.GREEN:
            return "go"
        case other:
            return f"what is {other}?"


print(paint("red"), paint("green"), paint("blue"))

# === match is only a soft keyword ===
match = case = _ = 5
print(match, case, _, match + case)
match (match):
    case 5:
        print("five")
match [1], 2:
    case [x], y:
        print(x, y)
match -match:
    case -5:
        print("negative")
for source in ("match x:\n  case a: pass\n  case 1: pass", "match 1:\n  case x | 2: pass", "match 1:\n  case [x, x]: pass", "match 1:\n  case {**r, 'a': 1}: pass",
               "match 1:\n  case [*a, *b]: pass", "match 1:\n  case int(x=1, 2): pass", "match 1:\n  case {x: 1}: pass", "match 1:\n  case a.b(): pass\n  case _: pass\n  case 2: pass"):
    try:
        exec(source, {"a": Color, "x": 1})
    except SyntaxError as error:
        print(error.msg)
    except Exception as error:
        print(type(error).__name__, error)
