# A program's own sys.unraisablehook is told of what exit functions raise.
import atexit
import sys


def hook(told):
    print(told.exc_type.__name__, told.exc_value, str(told.err_msg).split(" at ")[0], told.object)


def fail(what):
    raise RuntimeError(what)


sys.unraisablehook = hook
atexit.register(print, "last")
atexit.register(fail, "one")
atexit.register(fail, "two")
