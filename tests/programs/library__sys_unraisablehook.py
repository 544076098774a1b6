# Who is told of exceptions that nothing can catch.
import sys, weakref, gc
class A:
    def __del__(self): 1/0
class B:
    def __del__(self): raise ValueError("in B")
    def __repr__(self): return "<B>"
def hook(args):
    print("hook", args.exc_type, repr(args.exc_value), args.exc_traceback is not None, args.err_msg, getattr(args.object, "__qualname__", args.object))
    print(type(args).__name__, len(args), args[0], args[3])
print(sys.unraisablehook, sys.__unraisablehook__, sys.unraisablehook is sys.__unraisablehook__)
a = A(); del a

sys.unraisablehook = hook
a = A(); del a

b = B(); del b
def gen():
    try:
        yield 1
    finally:
        raise KeyError("late")
g = gen(); next(g); del g
class W: pass
w = W()
def cb(r): raise RuntimeError("cb")
r = weakref.ref(w, cb)
del w
def hook2(args):
    print("before", file=sys.stderr)
    sys.__unraisablehook__(args)
    print("after", file=sys.stderr)
sys.unraisablehook = hook2
b = B(); del b
g = gen(); next(g); del g
def hook3(args):
    raise OSError("in hook")
sys.unraisablehook = hook3
b = B(); del b
sys.unraisablehook = None
b = B(); del b
del sys.unraisablehook
b = B(); del b
sys.unraisablehook = sys.__unraisablehook__
b = B(); del b
sys.unraisablehook = hook
b = B()
print("end")




# === Tuples with names for their items ===
sys.unraisablehook = lambda args: print(str(args).split("exc_traceback")[0], str(args).split(",")[3])
a = A(); del a
print([sys.version_info, f"{sys.version_info}", str(sys.version_info[:3])])
class T(tuple): pass
print(T((1,2)), [T()])
