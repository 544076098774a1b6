# The traceback module.
import io
import sys
import traceback


def inner(n):
    return 1 / n


def outer(n):
    try:
        return inner(n)
    except ZeroDivisionError as error:
        raise ValueError("outer failed") from error


# === format_exc, print_exc, format_exception ===
try:
    outer(0)
except ValueError as caught:
    error = caught
    text = traceback.format_exc()
    print(text)
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue() == text, "".join(traceback.format_exception(error)) == text, "".join(traceback.format_exception(type(error), error, error.__traceback__)) == text)
    traceback.print_exc(limit=1, file=sys.stdout, chain=False)
print(traceback.format_exception_only(error), traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(type(error), error))
print(traceback.format_exc())

# === Summaries ===
frames = traceback.extract_tb(error.__traceback__)
for frame in frames:
    print(frame.name, frame.lineno, frame.line, frame.filename)
print(len(frames), frames[0], traceback.format_list(frames)[-1], traceback.format_tb(error.__traceback__, limit=-1))


def where():
    return traceback.extract_stack()[-1], traceback.format_stack(limit=1)


stack, formatted = where()
print(stack.name, stack.lineno, formatted)

# === TracebackException ===
summary = traceback.TracebackException.from_exception(error)
print(summary.exc_type_str, str(summary), len(summary.stack), summary.__cause__.exc_type_str, "".join(summary.format(chain=False)))
error.add_note("a note")
print("".join(traceback.format_exception(error, chain=False)))

# === Walking by hand ===
tb = error.__traceback__
while tb:
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
    tb = tb.tb_next
try:
    raise KeyError("own").with_traceback(error.__traceback__)
except KeyError as again:
    print(len(traceback.extract_tb(again.__traceback__)))


class Nasty(Exception):
    def __str__(self):
        raise RuntimeError("no text")


print(traceback.format_exception_only(Nasty()))


def recursive(n):
    return recursive(n + 1)


try:
    recursive(0)
except RecursionError:
    lines = traceback.format_exc().splitlines()
    print(len(lines), lines[-2:], any("repeated" in line for line in lines))
