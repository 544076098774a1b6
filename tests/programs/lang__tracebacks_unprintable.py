# The last line of a traceback for exceptions without or with unusual text.
# exit: 1

class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")

class Outer:
    class Inner(Exception):
        pass

import traceback

for error in (ValueError(), ValueError(""), ValueError("a", 1), KeyError("k"), Outer.Inner("nested"), StopIteration(3),
              OSError(2, "gone"), AssertionError(), ValueError("two\nlines"), ValueError(None)):
    try:
        raise error
    except Exception as caught:
        print(traceback.format_exception_only(caught))

raise Broken
