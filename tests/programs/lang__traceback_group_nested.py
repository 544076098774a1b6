# exit: 1
# The traceback of nested groups, with notes and causes.

def fail(kind, *args):
    raise kind(*args)


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        return error


def build():
    first = attempt(fail, ValueError, "first")
    first.add_note("a note\nof two lines")
    second = attempt(fail, KeyError, "second")
    third = attempt(nested)
    return ExceptionGroup("all together", [first, ExceptionGroup("inner", [second, TypeError("never raised")]), third])


def nested():
    try:
        fail(OSError, 5, "disk")
    except OSError as error:
        raise RuntimeError("while saving") from error


def main():
    group = build()
    group.add_note("the group's note")
    try:
        raise group
    except* KeyError as keys:
        raise LookupError("handling keys") from keys


main()
