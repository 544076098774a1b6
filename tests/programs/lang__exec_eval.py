# exec, eval, compile, __import__, dir, and what they refuse.
# exit: 1


def attempt(title, action):
    try:
        print(title, action())
    except Exception as e:
        print(title, type(e).__name__, e)


# === eval ===
x = 3
print(eval("x + 1"), eval("  x * 2"), eval("[i * x for i in range(3)]"))
print(eval("a + b", {"a": 1, "b": 2}), eval("a + b", {"a": 1}, {"b": 5}))


def local():
    y = 10
    return eval("y + x"), sorted(eval("locals()"))


print(local())
print(eval(compile("x ** 2", "power.py", "eval")))
attempt("syntax", lambda: eval("1 +"))
attempt("statement", lambda: eval("a = 1"))
attempt("number", lambda: eval(5))
attempt("globals", lambda: eval("1", 5))
attempt("name", lambda: eval("nothing"))

# === exec ===
exec("z = x + 10")
print(z)
space = {"x": 1}
print(exec("y = x + 1\ndef double(n):\n    return n * 2", space), space["y"], space["double"](21))
print(sorted(space))
inner = {}
exec("w = x", {"x": 7}, inner)
print(inner)


def cannot_bind():
    v = 1
    exec("v = 2")
    return v


print(cannot_bind())
print(exec(compile("1 + 1", "value.py", "eval")))
attempt("globals", lambda: exec("1", [1]))
attempt("null", lambda: exec("a\0b"))
try:
    exec("def f(:\n    pass")
except SyntaxError as e:
    print(e.msg, e.filename, e.lineno, e.offset, repr(e.text))
exec("class Made:\n    def hello(self):\n        return 'hello'")
print(Made().hello(), Made.__module__)

# === compile ===
code = compile("total = sum(range(n))\nprint('total', total)", "sums.py", "exec")
for n in (3, 4):
    exec(code)
print(code.co_filename, code.co_name, type(code).__name__)
exec(compile("'shown'", "shell", "single"))
attempt("mode", lambda: compile("1", "f", "run"))

# === __import__ and dir ===
print(__import__("math").floor(2.5))
attempt("missing", lambda: __import__("nowhere"))
attempt("empty", lambda: __import__(""))


class Point:
    color = "red"

    def __init__(self):
        self.x = 1

    def move(self):
        pass


print([n for n in dir(Point()) if not n.startswith("__")], [n for n in dir(Point) if not n.startswith("__")])


class Listed:
    def __dir__(self):
        return ["b", "a"]


print(dir(Listed()))


def names(a, b):
    c = 1
    return dir()


print(names(1, 2))

# === In a traceback ===
exec("def broken():\n    return 1 / 0\nbroken()")
