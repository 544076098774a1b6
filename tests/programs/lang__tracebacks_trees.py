# Chains, groups, notes and unprintable exceptions, printed by the program itself.
import traceback
import sys


def show(title, exc):
    print("#", title)
    if callable(exc) and not isinstance(exc, BaseException):
        try:
            exc()
        except BaseException as e:
            exc = e
    print("".join(traceback.format_exception(exc)), end="")


# === Chains ===
a, b = ValueError("a"), TypeError("b")
a.__context__ = b
b.__context__ = a
show("cycle of contexts", a)
c = KeyError("c")
c.__cause__ = c
show("its own cause", c)
d = OSError(2, "gone")
d.__cause__ = a
show("cause and context", d)
d.__suppress_context__ = False
d.__context__ = KeyError("k")
show("both", d)


def deep():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["x"]
    except KeyError as e:
        raise RuntimeError("third") from e


def quiet():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("alone") from None


show("deep", deep)
show("quiet", quiet)
long = ValueError("end")
for i in range(3):
    new = ValueError(i)
    new.__context__ = long
    long = new
show("long", long)


# === Notes ===
e = ValueError("noted")
e.add_note("one")
e.add_note("two\nlines")
e.add_note("")
show("notes", e)
e.__notes__ = "text"
show("text", e)
e.__notes__ = (1, None)
show("tuple", e)
e.__notes__ = 5
show("number", e)


class Unprintable:
    def __str__(self):
        raise ValueError("no")

    __repr__ = __str__


e.__notes__ = [Unprintable()]
show("unprintable note", e)
e.__notes__ = Unprintable()
show("unprintable notes", e)


# === Texts ===
class Custom(Exception):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f"code {self.code}"


class Broken(Exception):
    def __str__(self):
        return 5


class Silent(Exception):
    def __str__(self):
        return ""


class Renamed(Exception):
    pass


Renamed.__module__ = "shop.errors"
Renamed.__qualname__ = "Outer.Renamed"
for exc in [Custom(4), Broken(), Silent(), Renamed("x"), ValueError(), ValueError("two\nlines"), ValueError(1, 2), ValueError([1, "a"]),
            KeyError("k"), KeyError(), KeyError(1, 2), StopIteration(3), SystemExit(2), KeyboardInterrupt(), Custom(Custom(1)),
            ValueError(ValueError("inner")), OSError("plain"), OSError(13, "denied", "file"), AssertionError(), UnicodeError("u")]:
    show(type(exc).__name__, exc)
    print(traceback.format_exception_only(exc))


# === Syntax errors ===
for exc in [SyntaxError(), SyntaxError("m"), SyntaxError("m", ("f.py", 3, 2, "a b\n")), SyntaxError("m", ("f.py", 3, 2, "  a b\n", 3, 5)),
            SyntaxError("m", (None, 3, 2, "a b\n", 4, 5)), SyntaxError("m", ("f.py", 3, None, "a b\n")), SyntaxError("m", ("f.py", None, None, None)),
            SyntaxError("m", ("f.py", 1, 50, "short\n", 1, 60)), IndentationError("i", ("f.py", 1, 0, "\tx\n", 1, 2)),
            SyntaxError("m", ("f.py", 1, 3, "\ta\tb\n", 1, 4))]:
    show("syntax", exc)
    print(exc)


def bad_text():
    exec("x = (1,\n     2")


show("exec", bad_text)


# === Groups ===
def raised(exc):
    try:
        raise exc
    except BaseException as e:
        return e


show("plain group", ExceptionGroup("g", [ValueError(1)]))
show("raised group", raised(ExceptionGroup("g", [ValueError("two\nlines"), raised(TypeError("t"))])))
inner = ExceptionGroup("inner", [KeyError("k")])
inner.add_note("a note")
show("nested", raised(ExceptionGroup("outer", [inner, ValueError("v"), raised(ExceptionGroup("last", [OSError("o")]))])))
show("wide 15", ExceptionGroup("wide", [ValueError(i) for i in range(15)]))
show("wide 16", ExceptionGroup("wide", [ValueError(i) for i in range(16)]))
show("wide 20", ExceptionGroup("wide", [ValueError(i) for i in range(20)]))
tower = ValueError("top")
for i in range(13):
    tower = ExceptionGroup(f"level {i}", [tower])
show("tower", tower)
caused = ValueError("v")
caused.__cause__ = ExceptionGroup("cause", [KeyError(1), KeyError(2)])
show("cause in a group", ExceptionGroup("g", [caused, TypeError("t")]))
show("group as cause", caused)
shared = KeyError("shared")
x, y = ValueError("x"), ValueError("y")
x.__context__ = y.__context__ = shared
show("shared context", ExceptionGroup("g", [x, y]))
show("same twice", ExceptionGroup("g", [x, x]))
base = BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(1)])
show("base", base)
group = raised(ExceptionGroup("g", [raised(x)]))
group.__cause__ = raised(KeyError("why"))
show("group with a cause", group)


def starred():
    try:
        raise ExceptionGroup("several", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e:
        raise RuntimeError("while handling")
    except* TypeError:
        pass


show("except*", starred)


# === Limits and parts ===
def three(n):
    if n:
        three(n - 1)
    else:
        raise ValueError("bottom")


try:
    three(2)
except ValueError as e:
    print(len(traceback.format_exception(e)), e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_lineno)
    print(e.__traceback__.tb_frame.f_code.co_name, e.__traceback__.tb_next.tb_frame.f_code.co_name, type(e.__traceback__).__name__)
    tb = e.__traceback__
    depth = 0
    while tb:
        depth, tb = depth + 1, tb.tb_next
    print(depth)
    print(traceback.format_exception(e)[-1], end="")
    traceback.print_exception(e, file=sys.stdout)
