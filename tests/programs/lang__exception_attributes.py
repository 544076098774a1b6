# What exceptions carry: args, str, repr, attributes of the builtin ones.

def show(f):
    try:
        f()
    except BaseException as error:
        print(f"{type(error).__name__}: str={str(error)!r} repr={error!r} args={error.args}")
        return error


# === str and repr ===
for error in (Exception(), Exception("one"), Exception("one", 2), Exception(("tuple",)), KeyError("key"), KeyError(), KeyError(1, 2), KeyError(("a", 1)), ValueError(None), StopIteration(5), StopIteration(), SystemExit(3), SystemExit(),
              SystemExit("bye"), OSError(2, "no file"), OSError(2, "no file", "name.txt"), OSError(2, "m", "a", None, "b"), OSError("only text"), OSError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), UnicodeEncodeError("ascii", "é", 0, 1, "bad"),
              SyntaxError("msg"), SyntaxError("msg", ("f.py", 3, 1, "text")), ImportError("m", name="n", path="p"), AttributeError("m", name="n", obj=1), NameError("m", name="x"), AssertionError(), MemoryError(), KeyboardInterrupt("k")):
    print(f"{type(error).__name__}: {str(error)!r} {error!r} {error.args}")

# === Attributes ===
e = show(lambda: {}["k"])
e = show(lambda: [].x)
print(e.name, e.obj)
e = show(lambda: undefined)
print(e.name)
e = show(lambda: __import__("no_such_module"))
print(e.name, e.path, type(e).__mro__[1].__name__)
e = show(lambda: next(iter([])))
print(e.value)
e = show(lambda: "é".encode("ascii"))
print(e.encoding, e.object, e.start, e.end, e.reason)
e = show(lambda: compile("x =", "f.py", "exec"))
print(e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.msg)
e = OSError(2, "msg", "file")
print(e.errno, e.strerror, e.filename, type(e).__name__, type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, type(OSError(110, "x")).__name__, OSError(9999, "x"))
print(isinstance(TimeoutError(), OSError), IOError is OSError, issubclass(ModuleNotFoundError, ImportError), issubclass(IndexError, LookupError), issubclass(RecursionError, RuntimeError), issubclass(KeyboardInterrupt, Exception))


# === Classes of one's own ===
class Simple(Exception):
    pass


class WithInit(Exception):
    def __init__(self, code, text):
        self.code = code
        super().__init__(text)


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a


class OwnStr(Exception):
    def __str__(self):
        return "own"


for error in (Simple("x", 1), WithInit(5, "t"), NoSuper(1, 2), OwnStr("hidden")):
    print(str(error), repr(error), error.args, vars(error))
error = Simple("a")
error.args = ("changed", 2)
print(error, error.args)
error.args = "xy"
print(error.args)
try:
    error.args = 5
except TypeError as wrong:
    print(wrong)
error.note = 1
error.add_note("first")
error.add_note("second")
print(error.__notes__, error.__traceback__, error.__cause__, error.__context__, error.__suppress_context__)
for bad in (lambda: error.add_note(5), lambda: setattr(error, "__cause__", 5), lambda: setattr(error, "__traceback__", 5), lambda: error.with_traceback(5), lambda: Exception(a=1), lambda: OSError(x=1), lambda: BaseException.__new__(int)):
    show(bad)
print(Exception("a") == Exception("a"), hash(error) == hash(error), error.with_traceback(None) is error)
