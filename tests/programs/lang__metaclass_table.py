# Making classes with type() and metaclasses, one each.
class M(type):
    def __repr__(cls):
        return f'<M {cls.__name__}>'

    def __len__(cls):
        return 7

    def hello(cls):
        return 'hello ' + cls.__name__


class A(metaclass=M):
    x = 1

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (A, len(A), A.hello(), type(A), isinstance(A, M), A.x, A().x))
show(lambda: (type("B", (A,), {"y": 2}), type("B", (), {})().__class__.__name__, M("C", (A,), {}).hello(), type("D", (int,), {})(5) + 1))
show(lambda: (type("E", (), {"f": lambda self: "method"})().f(), type("F", (A,), {}).__mro__, type("G", (), {"__doc__": "d"}).__doc__))
show(lambda: (A().hello()))
show(lambda: (len(A())))
show(lambda: (type("H")))
show(lambda: (type("H", (A,))))
show(lambda: (type("H", (5,), {})))
show(lambda: (type(5, (), {})))
show(lambda: (type("H", (), 5)))
show(lambda: (type("H", (bool,), {})))
show(lambda: (type("H", (A, A), {})))
show(lambda: (type("H", (object, A), {})))
show(lambda: (type("H", (A, type("Other", (), {}, )), {}).__bases__, type("I", (A,), {}).hello(), M.__mro__, type(M), type(type)))
show(lambda: (setattr(A, "z", 3), A.z, A().z, delattr(A, "z"), hasattr(A, "z")))
show(lambda: (setattr(A, "__name__", "Renamed"), A, A.__qualname__, setattr(A, "__name__", "A")))
show(lambda: (setattr(A, "__name__", 5)))
show(lambda: (setattr(int, "x", 1)))
show(lambda: (type.__call__(A).x, type.mro(A), A.__class__, A.__dict__["x"], "x" in vars(A), A.__subclasses__() != []))
show(lambda: (isinstance(A, type), issubclass(M, type), issubclass(A, M), callable(A), A == A, hash(A) == hash(A), {A: 1}[A], bool(A)))
