# traceback: exceptions kept as values, reports of one's own, groups, notes.
import io
import sys
import traceback
from traceback import TracebackException


def inner(n):
    return 10 / n


def outer(n):
    try:
        return inner(n)
    except ZeroDivisionError as error:
        raise ValueError("bad input") from error


# === Kept for later ===
try:
    outer(0)
except ValueError as error:
    kept = TracebackException.from_exception(error)
print(str(kept), kept.exc_type_str, [entry.name for entry in kept.stack], [entry.lineno for entry in kept.stack], str(kept.__cause__), kept.__suppress_context__)
print("".join(kept.format()), end="")
print("".join(kept.format(chain=False)), end="")
print(list(kept.format_exception_only()))
kept.print(file=sys.stdout, chain=False)

# === A report of one's own ===
def report(error):
    parts = [f"{type(error).__name__}: {error}"]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        parts.append(f"  at {frame.name}:{frame.lineno} {frame.line}")
    if error.__cause__ is not None:
        parts.append("because of " + report(error.__cause__))
    return "\n".join(parts)


try:
    outer(0)
except ValueError as error:
    print(report(error))

# === Into a stream ===
stream = io.StringIO()
try:
    {}["missing"]
except KeyError:
    traceback.print_exc(file=stream)
print(stream.getvalue(), end="")
print(traceback.format_exc())

# === Notes and groups ===
try:
    error = RuntimeError("with notes")
    error.add_note("first note")
    error.add_note("second\nnote")
    raise error
except RuntimeError as caught:
    print("".join(traceback.format_exception_only(caught)), end="")


def fails(kind, text):
    raise kind(text)


problems = []
for kind in (TypeError, OSError):
    try:
        fails(kind, "one of several")
    except Exception as error:
        problems.append(error)
try:
    raise ExceptionGroup("several", problems)
except ExceptionGroup as group:
    print("".join(traceback.format_exception(group)), end="")
    kept = TracebackException.from_exception(group)
    print([str(e) for e in kept.exceptions], [e.exc_type_str for e in kept.exceptions])

# === The stack that is running ===
def where():
    return [entry.name for entry in traceback.extract_stack()]


def caller():
    return where()


print(caller(), traceback.extract_stack()[-1].line)
print("".join(traceback.format_list([("file.py", 3, "function", "x = 1"), ("other.py", 9, "main", None)])), end="")
summary = traceback.extract_stack(limit=1)
print(type(summary).__name__, summary.format()[0].splitlines()[1].strip())

# === Walking ===
try:
    outer(0)
except ValueError as error:
    print([line for _, line in traceback.walk_tb(error.__traceback__)], [line for _, line in traceback.walk_tb(error.__cause__.__traceback__)])
