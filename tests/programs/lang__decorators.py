# Decorators: of functions, with arguments, of classes, several at once.

# === Plain ===
def log(f):
    def run(*args, **kwargs):
        print("calling", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("returned", result)
        return result
    return run

@log
def add(a, b=1):
    return a + b

add(2)
add(2, b=5)

# === With arguments ===
def repeat(times):
    def decorate(f):
        def run(*args):
            return [f(*args) for _ in range(times)]
        return run
    return decorate

@repeat(3)
def hello(name):
    return "hello " + name

print(hello("you"))

# === Order ===
def mark(text):
    print("made", text)
    def decorate(f):
        print("applied", text)
        return lambda: f"<{text}>{f()}</{text}>"
    return decorate

@mark("b")
@mark("i")
def word():
    return "word"

print(word())

# === On a class ===
def register(cls):
    cls.registered = True
    return cls

@register
class Thing:
    pass

print(Thing.registered, Thing().registered)

# === A class as decorator ===
class Memo:
    def __init__(self, f):
        self.f = f
        self.known = {}
    def __call__(self, n):
        if n not in self.known:
            self.known[n] = self.f(n)
        return self.known[n]

@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(50), len(fib.known))

# === functools ===
import functools

def polite(f):
    @functools.wraps(f)
    def run(*args):
        """inner"""
        return "please " + f(*args)
    return run

@polite
def ask(what):
    """Asks."""
    return what

print(ask("sit"), ask.__name__, ask.__doc__)
print(functools.partial(pow, 2)(5), functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]))

# === A descriptor ===
class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, 0)
    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must not be negative")
        setattr(instance, self.name, value)

class Account:
    balance = Positive()

account = Account()
account.balance = 5
print(account.balance)
try:
    account.balance = -1
except ValueError as error:
    print(error)
