# Metaclasses: __prepare__, __new__, __init__, __call__, conflicts, attributes.

class Noisy(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, [k for k in namespace if not k.startswith("__")], kwargs)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", cls.__name__, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def __len__(cls):
        return 42

    def __iter__(cls):
        yield from "abc"

    def __contains__(cls, item):
        return item == "in"

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __getattr__(cls, name):
        return f"made up {name}"

    def __repr__(cls):
        return f"<noisy {cls.__name__}>"

    def __add__(cls, other):
        return f"{cls.__name__} + {other}"

    def __instancecheck__(cls, instance):
        return instance == "instance"

    def __subclasscheck__(cls, subclass):
        return subclass is int

    @property
    def loud(cls):
        return cls.__name__.upper()


class A(metaclass=Noisy, flag=1):
    x = 1

    def __init__(self, value=None):
        self.value = value


# === Use of the class ===
a = A(value=5)
print(a.value, len(A), list(A), "in" in A, A["k"], A.missing, A, A + 1, A.loud, A.prepared)
print(isinstance("instance", A), isinstance(3, A), issubclass(int, A), issubclass(str, A), isinstance(a, A))
try:
    print(a.loud)
except AttributeError as error:
    print(error)
print(type(A), type(A) is Noisy, A.__class__.__name__)


# === Inherited, and conflicts ===
class B(A):
    pass


class Other(type):
    pass


class O(metaclass=Other):
    pass


try:
    class C(A, O):
        pass
except TypeError as error:
    print(error)


class Both(Noisy, Other):
    pass


class D(A, O, metaclass=Both):
    pass


print(type(D).__name__, [c.__name__ for c in D.__mro__])


# === Anything callable ===
def upper(name, bases, namespace):
    return name.upper(), bases, sorted(k for k in namespace if not k.startswith("__"))


class E(metaclass=upper):
    attribute = 1


print(E)

# === Singletons ===


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, n=0):
        self.n = n


print(Config(1) is Config(2), Config().n)
for wrong in ("class X(metaclass=5): pass", "class X(int, str): pass", "class X(bool): pass", "class X(5): pass", "class X(A, A): pass", "class X(object, A): pass", "class X(type(None)): pass", "class X(flag=1): pass"):
    try:
        exec(wrong, {"A": O})
    except TypeError as error:
        print(error)
