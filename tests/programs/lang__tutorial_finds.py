# Differences found by programs as tutorials have them.
import contextvars, threading
for d in (0, None, {}, {"a": [1]}, "s"):
    v = contextvars.ContextVar("c{v}", default=d); print(v, v.set(1))
n = contextvars.ContextVar("n"); t = n.set(1); n.reset(t)
try: n.reset(t)
except RuntimeError as e: print(e)
m = contextvars.ContextVar("m", default=7); t = m.set(1); m.reset(t)
try: m.reset(t)
except RuntimeError as e: print(e)
try: contextvars.copy_context()[v] and n.get()
except LookupError as e: print(repr(e))
try: contextvars.copy_context().run(lambda: m.reset(t))
except (ValueError, RuntimeError) as e: print(e)
t2 = m.set(3)
try: contextvars.Context().run(m.reset, t2)
except ValueError as e: print(e)
try: n.reset(t2)
except ValueError as e: print(e)
l = threading.local()
try: l.x
except AttributeError as e: print(e)
try: del l.x
except AttributeError as e: print(e)
class L(threading.local):
    def __init__(self, n=0): self.n = n
print(L(3).n, threading.local, type(l).__name__, L.__mro__[1].__name__)
try: L().zz
except AttributeError as e: print(e)
import abc, enum, sys
class S(abc.ABC):
    @abc.abstractmethod
    def a(self): ...
    @abc.abstractmethod
    def b(self): ...
D = type("D", (S,), {"a": lambda s: 1})
try: D()
except TypeError as e: print(e)
E = type("E", (D,), {"b": lambda s: 1}); print(E().a(), type(E))
class M(type):
    def __new__(m, n, b, ns, **k): print("M new", n, k); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): print("M init", n); super().__init__(n, b, ns)
class Base(metaclass=M): pass
X = type("X", (Base,), {}); print(type(X)); Y = type.__new__(type, "Y", (Base,), {}); print(type(Y))
print(sys.modules["__main__"])
def f(n):
    try: sys.setrecursionlimit(n)
    except (RecursionError, ValueError) as e: print(type(e).__name__, e)
f(2); f(1); f(0); f(500)
try: print(eval("1/0"))
except ZeroDivisionError as e: import traceback; traceback.print_exc(); print(compile("1", "x", "eval").co_name)
