# Exceptions as texts.
class Own(Exception):
    pass


class WithStr(Exception):
    def __str__(self):
        return 'own text'

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (Exception(), str(Exception()), Exception("a"), Exception("a", 1), str(Exception("a", 1))))
show(lambda: (KeyError("k"), str(KeyError("k")), str(KeyError("a", "b")), str(KeyError())))
show(lambda: (ValueError(5), str(ValueError(5)), ValueError(None), str(ValueError(None)), ValueError([1])))
show(lambda: (OSError(2, "no"), str(OSError(2, "no")), OSError(2, "no", "f"), str(OSError(2, "no", "f")), OSError("x")))
show(lambda: (SystemExit(3), SystemExit(), SystemExit("x").code, StopIteration(4).value, StopIteration().value))
show(lambda: (Own("x"), str(Own("x")), repr(Own()), Own("a", k=1) if False else Own("a").args))
show(lambda: (WithStr("hidden"), str(WithStr("hidden")), f"{WithStr()}", [WithStr(1)]))
show(lambda: (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), str(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"))))
show(lambda: (SyntaxError("m"), SyntaxError("m", ("f", 1, 2, "t")), str(SyntaxError("m", ("f", 1, 2, "t")))))
show(lambda: (ImportError("m", name="n").name, AttributeError("m").name, NameError("m", name="x").name))
show(lambda: (ExceptionGroup("g", [ValueError(1)]), str(ExceptionGroup("g", [ValueError(1), KeyError(2)]))))
show(lambda: (BaseException("b"), KeyboardInterrupt(), GeneratorExit(), AssertionError("a"), MemoryError()))
show(lambda: (TimeoutError(), ConnectionError("c"), FileNotFoundError(2, "x"), NotImplementedError("n"), RecursionError()))
show(lambda: (issubclass(KeyError, LookupError), issubclass(TimeoutError, OSError), issubclass(KeyboardInterrupt, Exception)))
show(lambda: (Exception("a").args, Exception("a").__cause__, Exception("a").__traceback__, Exception("a") == Exception("a")))
show(lambda: (Exception(a=1)))
show(lambda: (Own(a=1)))
show(lambda: (UnicodeDecodeError("x")))
show(lambda: (ExceptionGroup("g", [])))
show(lambda: (ExceptionGroup("g", [1])))
show(lambda: (ValueError("a") < ValueError("b")))
show(lambda: ([c.__name__ for c in ZeroDivisionError.__mro__], [c.__name__ for c in UnicodeError.__mro__]))
show(lambda: (type(OSError(13, "p")).__name__, type(OSError(17, "e")).__name__, type(OSError(32, "b")).__name__, OSError(2, "x").errno))
