# The module traceback: texts and entries, limits, the running stack.
import sys
import traceback


def inner(n):
    if n == 0:
        raise ValueError("at the bottom")
    inner(n - 1)


def outer():
    try:
        inner(2)
    except ValueError as e:
        raise KeyError("outside") from e


try:
    outer()
except KeyError as e:
    print(traceback.format_exc(limit=1))
    print(traceback.format_exc(limit=-1))
    print(traceback.format_exc(chain=False))
    print("".join(traceback.format_tb(e.__traceback__)))
    print("".join(traceback.format_tb(e.__cause__.__traceback__, 2)))
    entries = traceback.extract_tb(e.__cause__.__traceback__)
    print(len(entries), [entry.name for entry in entries], [entry.lineno for entry in entries])
    print(entries[0].line, entries[-1].line, entries[0].filename.endswith("library__traceback.py"))
    file, line, name, text = entries[-1]
    print(line, name, text)
    traceback.print_tb(e.__traceback__, limit=1, file=sys.stdout)
    traceback.print_exception(*sys.exc_info(), limit=0, file=sys.stdout)
    traceback.print_exception(ValueError("never raised"), file=sys.stdout)
    print(traceback.format_exception_only(ValueError, ValueError("both")))

print(traceback.format_exc())
print(traceback.format_exception(None, None, None))


def deep():
    return traceback.format_stack(), traceback.extract_stack()


def caller():
    return deep()


texts, entries = caller()
print("".join(texts))
print([entry.name for entry in entries])
print(traceback.format_list([("file.py", 3, "f", "x = 1"), ("file.py", 4, "g", None)]))
