# Exceptions as objects: args, notes, contexts, causes, groups.

# === args ===
for error in (ValueError(), ValueError("a"), ValueError("a", 2), KeyError("k"), OSError(2, "gone"), StopIteration(5)):
    print(type(error).__name__, error.args, str(error), repr(error))
print(ValueError("a") == ValueError("a"), isinstance(KeyError(), LookupError), issubclass(ZeroDivisionError, ArithmeticError))
print([k.__name__ for k in TimeoutError.__mro__], issubclass(KeyboardInterrupt, Exception), issubclass(GeneratorExit, BaseException))

# === Context and cause ===
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["k"]
except KeyError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)

# === Raising classes and nonsense ===
for thing in (ValueError, ValueError("x"), 5, None, "text", int):
    try:
        raise thing
    except Exception as error:
        print(type(error).__name__, error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as error:
    print(error)

# === Notes ===
noted = ValueError("with notes")
noted.add_note("first")
noted.add_note("second")
print(noted.__notes__)

# === Groups ===
try:
    raise ExceptionGroup("several", [ValueError("v"), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError("w")])])
except* ValueError as group:
    print("values", [str(e) for e in group.exceptions], group)
except* (TypeError, KeyError) as group:
    print("others", repr(group))
try:
    try:
        raise ExceptionGroup("g", [OSError("o"), ValueError("v")])
    except* OSError:
        print("os")
except ExceptionGroup as rest:
    print("left", rest.exceptions)
try:
    raise ValueError("alone")
except* ValueError as group:
    print(repr(group))

# === The traceback is an object ===
def deep():
    raise KeyError("deep")
try:
    deep()
except KeyError as error:
    tb, lines = error.__traceback__, []
    while tb:
        lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    print(lines)

# === Own hierarchy ===
class AppError(Exception):
    """Something of ours."""
class NotFound(AppError):
    def __init__(self, what):
        self.what = what
    def __str__(self):
        return f"{self.what} was not found"
try:
    raise NotFound("page")
except AppError as error:
    print(error, repr(error), error.args, error.__doc__)
