# match: literals, captures, sequences, mappings, classes, guards.

class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y

class Color:
    RED = "red"

def what(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1.5:
            return "minus"
        case "hi" | "hello" as word:
            return f"greeting {word}"
        case Color.RED:
            return "the colour"
        case None | True:
            return "singleton"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, y] if x == y:
            return f"twins {x}"
        case [first, *rest] if len(rest) > 2:
            return f"long {first} {rest}"
        case (a, b, *_):
            return f"pair {a} {b}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": kind, **others}:
            return f"{kind} {others}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the axis {y}"
        case Point(x, y):
            return f"at {x},{y}"
        case str() | bytes():
            return "text"
        case int(n):
            return f"int {n}"
        case {}:
            return "mapping"
        case _:
            return "other"

# === All of them ===
for value in (0, 2, -1.5, "hello", "red", None, True, [], [7], (4, 4), [1, 2, 3, 4], (1, 2), [1, 2, 3],
              {"kind": "circle", "r": 2}, {"kind": "square", "a": 1}, Point(0, 0), Point(0, 5), Point(1, 2),
              "text", b"x", 99, {"z": 1}, 2.5, {1, 2}):
    print(what(value))

# === Nested ===
match {"users": [{"name": "Ada", "tags": ["x", "y"]}, {"name": "Bob", "tags": []}]}:
    case {"users": [{"name": first, "tags": [_, second]}, {"tags": []}]}:
        print(first, second)

# === No match ===
match 5:
    case 6:
        print("never")
print("after")
match = "still a name"
case = 1
print(match, case)
