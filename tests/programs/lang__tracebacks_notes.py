# Notes, several lines of message, and an exception whose str fails.
# exit: 1

class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")

try:
    raise Broken
except Broken as error:
    print(type(error).__name__)

def check(order):
    problems = [f"{name} is missing" for name in ("price", "count") if name not in order]
    if problems:
        error = ValueError("the order is wrong:\n  " + "\n  ".join(problems))
        error.add_note("Orders are described in the manual.")
        error.add_note("Chapter 2,\npage 3.")
        raise error

check({"price": 1, "count": 2})
check({})
