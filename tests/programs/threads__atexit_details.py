# atexit: order, arguments, errors, functions that register others, SystemExit, unregister.
import atexit
import sys


def say(*args, **kwargs):
    print("at exit", args, kwargs)


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None

    def __call__(self):
        print("equal to anything")


@atexit.register
def decorated():
    print("decorated, registered first, called last")
    atexit.register(say, "registered at exit")
    sys.exit("changes nothing")


atexit.register(say, 1, two=2)
atexit.register(say, "gone")
atexit.unregister(say)
atexit.register(say, "kept")
print(atexit.register(say, "again") is say, atexit.unregister(print))
for wrong in (5, None, "say"):
    try:
        atexit.register(wrong)
    except TypeError as error:
        print(error)
atexit.register(lambda: atexit.register(say, "registered by a lambda"))
atexit.register(Equal())
sys.stderr = sys.stdout
print("main ends")
