# type, metaclasses, slots, attributes by hand, __call__, __new__.

# === type ===
Dynamic = type("Dynamic", (), {"x": 5, "double": lambda self: self.x * 2})
print(Dynamic().double(), Dynamic.__name__, type(Dynamic) is type, type(3).__name__, type(type).__name__)
print(isinstance(int, type), type(None).__name__, type(print).__name__, type(lambda: 0).__name__, type(Dynamic().double).__name__)

# === __new__ ===
class Single:
    only = None
    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
            print("made")
        return cls.only
print(Single() is Single())

class Name(str):
    def __new__(cls, text):
        return super().__new__(cls, text.title())
print(Name("ada lovelace"), isinstance(Name("x"), str), Name("ab") + "c")

# === A metaclass ===
class Registry(type):
    known = []
    def __new__(mcs, name, bases, body):
        cls = super().__new__(mcs, name, bases, body)
        mcs.known.append(name)
        return cls
    def __call__(cls, *args):
        print("making a", cls.__name__)
        return super().__call__(*args)
    def __len__(cls):
        return 42
class Plugin(metaclass=Registry):
    pass
class Other(Plugin):
    pass
print(Registry.known, isinstance(Other(), Plugin), type(Plugin).__name__, len(Plugin))

# === Slots ===
class Pair:
    __slots__ = ("a", "b")
    def __init__(self, a, b):
        self.a, self.b = a, b
pair = Pair(1, 2)
print(pair.a, pair.b)
try:
    pair.c = 3
except AttributeError as error:
    print(error)
del pair.a
try:
    pair.a
except AttributeError as error:
    print(error)

# === Attributes by hand ===
class Watched:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __getattribute__(self, name):
        if name == "secret":
            return "***"
        return object.__getattribute__(self, name)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
w = Watched()
w.x = 1
w.secret = 2
print(w.x, w.secret)
del w.x
print(hasattr(w, "x"), callable(w), callable(Watched), getattr(Watched, "nope", None))

# === Properties without setters, class attributes ===
class Fixed:
    @property
    def size(self):
        return 1
try:
    Fixed().size = 2
except AttributeError as error:
    print(error)
try:
    (5).real = 2
except AttributeError as error:
    print(error)
try:
    int.x = 1
except TypeError as error:
    print(error)
print(Fixed.__dict__["size"].fget(None), [n for n in dir(Fixed) if not n.startswith("__")])
print(repr(Fixed), Fixed.__module__, Fixed.__qualname__, Pair.__init__.__qualname__)
