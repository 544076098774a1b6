# exit: 1
# The program's own function for an exception that nothing catches.
import sys, threading
def hook(t, v, tb):
    print("hook", t, v, tb.tb_lineno)
    sys.__excepthook__(t, v, tb)
print(sys.excepthook)
try: 1/0
except ZeroDivisionError: sys.excepthook(*sys.exc_info())
sys.excepthook = hook
def f():
    raise ValueError("x") from KeyError(3)
f()
