# Functions: arguments of every kind, defaults, closures, recursion.

# === Positional and keyword ===
def area(width, height=2):
    return width * height

print(area(3), area(3, 4), area(height=5, width=2))

# === Only positional, only keyword ===
def pick(a, /, b, *, c, d=4):
    return (a, b, c, d)

print(pick(1, 2, c=3))
print(pick(1, b=2, c=3, d=5))

# === The rest ===
def rest(first, *others, sep="-", **named):
    return f"{first}{sep}{others}{sep}{named}"

print(rest(1))
print(rest(1, 2, 3, sep="/", x=10, y=20))
args = [1, 2]
print(rest(*args, *(3, 4), **{"k": "v"}, **{"w": 0}))

# === Defaults are made once ===
def collect(item, into=[]):
    into.append(item)
    return into

print(collect(1), collect(2), collect(3, []))

# === No return value ===
def nothing():
    pass

print(nothing())

# === Recursion ===
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

print([factorial(n) for n in range(8)])

# === Functions are values ===
def twice(f):
    def run(x):
        return f(f(x))
    return run

print(twice(lambda x: x + 3)(10))
print(area.__name__, twice(area).__name__, (lambda: 0).__name__)
print(area.__defaults__, pick.__kwdefaults__)
operations = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
for name, operation in operations.items():
    print(name, operation(6, 7))

# === Order of evaluation ===
def say(x):
    print("say", x)
    return x

def take(*args, **kwargs):
    return args, kwargs

print(take(say(1), say(2), a=say(3), *[say(4)], **{"b": say(5)}))
