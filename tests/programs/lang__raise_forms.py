# raise in all its forms, and chains of causes.

def show(f):
    try:
        f()
    except BaseException as error:
        print(repr(error), "| cause:", repr(error.__cause__), "| context:", repr(error.__context__), "| suppressed:", error.__suppress_context__)


def by_class():
    raise ValueError


def by_instance():
    raise ValueError("v")


def from_cause():
    raise ValueError from KeyError("cause")


def from_class():
    raise ValueError from KeyError


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("clean") from None


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("dirty")


def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise TypeError("second")


def reraise():
    try:
        raise KeyError("again")
    except KeyError:
        raise


def reraise_later():
    try:
        raise KeyError("named")
    except KeyError as error:
        saved = error
    raise saved


def nothing_to_reraise():
    raise


def bad_type():
    raise 5


def bad_class():
    raise int


def bad_cause():
    raise ValueError from 5


def constructor_fails():
    class Picky(Exception):
        def __init__(self, a):
            pass

    raise Picky


def not_an_exception():
    class Sneaky(Exception):
        def __new__(cls):
            return 5

    raise Sneaky


def nested():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise IndexError(2)
    except IndexError:
        raise ValueError(3)


def swallowed_by_return():
    try:
        raise KeyError("lost")
    finally:
        return


def loop_continue():
    for i in range(2):
        try:
            raise KeyError(i)
        except KeyError:
            continue
        finally:
            print("finally", i)


for function in (by_class, by_instance, from_cause, from_class, from_none, in_handler, in_finally, reraise, reraise_later, nothing_to_reraise, bad_type, bad_class, bad_cause, constructor_fails, not_an_exception, nested, swallowed_by_return, loop_continue):
    print(function.__name__, end=": ")
    show(function)

# === What except accepts ===
for kinds in ("ValueError", "(KeyError, ValueError)", "(KeyError, (ValueError,))", "5", "(ValueError, 5)", "'ValueError'", "int", "undefined", "[ValueError]"):
    try:
        exec(f"try:\n    raise ValueError('x')\nexcept {kinds}:\n    print('caught by', {kinds!r})")
    except Exception as error:
        print(kinds, "->", type(error).__name__, error)

# === The name is gone afterwards ===
try:
    raise KeyError
except KeyError as error:
    pass
try:
    error
except NameError as gone:
    print(gone)
try:
    pass
except:
    print("never")
else:
    print("else")
import sys
print(sys.exception(), sys.exc_info())
try:
    raise ValueError("now")
except ValueError:
    print(repr(sys.exception()), sys.exc_info()[0].__name__)
