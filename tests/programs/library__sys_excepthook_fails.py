# exit: 1
# The function for what nothing catches fails itself.
import sys
def hook(t, v, tb):
    print("hook", t, v, tb.tb_lineno)
    raise OSError("hook failed")
sys.excepthook = hook
def f():
    raise ValueError("x") from KeyError(3)
f()
