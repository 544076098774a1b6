# "Did you mean": names, attributes, keywords, at the end of a traceback.
import traceback

class Dog:
    kind = "dog"
    def __init__(self):
        self.name = "Rex"
    def bark(self):
        return "woof"
    def use(self):
        return nam

def run(f):
    try:
        f()
    except Exception:
        traceback.print_exc()

total = 5

# === Names ===
def names():
    counter = 1
    return countr

def globals_():
    return totl

def builtins_():
    return pritn("x")

def nothing_near():
    return xylophone

def forgotten_import():
    return time.time()

for f in (names, globals_, builtins_, nothing_near, forgotten_import):
    run(f)

# === Attributes ===
run(lambda: Dog().nmae)
run(lambda: Dog().brak())
run(lambda: Dog.knid)
run(lambda: [].apend(1))
run(lambda: "a".uper())
run(lambda: Dog().zzzzzz)
run(lambda: {}.itemz())

# === Keywords ===
def call():
    def f(first, second=2):
        pass
    f(1, secnd=3)
run(call)

# === self is missing ===
run(lambda: Dog().use())

class Fish:
    def __init__(self):
        self.depth = 3
    def dive(self):
        return depth
run(lambda: Fish().dive())
