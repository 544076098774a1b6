# isinstance() asks the object for its class, too.
import weakref
class A:
    def f(self): return 1
class B(A): pass
b = B()
p = weakref.proxy(b)
print(isinstance(p, A), isinstance(p, B), isinstance(p, int), isinstance(p, (int, A)), type(p), p.__class__)
print(isinstance(p, weakref.ProxyType))
class Loud:
    def __getattribute__(self, name):
        print("asked", name)
        return object.__getattribute__(self, name)
print(isinstance(Loud(), int), isinstance(Loud(), Loud))
class Quiet:
    def __getattribute__(self, name): raise AttributeError(name)
print(isinstance(Quiet(), int))
class Bad:
    def __getattribute__(self, name): raise ValueError(name)
try: isinstance(Bad(), int)
except ValueError as e: print("ValueError", e)
class Fake:
    __class__ = int
print(isinstance(Fake(), int), isinstance(Fake(), str))
class Prop:
    @property
    def __class__(self): return dict
print(isinstance(Prop(), dict), isinstance(Prop(), (str, dict)))
class Get:
    def __getattribute__(self, name): return list if name == "__class__" else 5
match Get():
    case int(): print("int")
    case list(): print("list")
del b
try: print(isinstance(p, A))
except ReferenceError as e: print(e)
