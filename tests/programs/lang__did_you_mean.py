# Suggestions for misspelt names.
import math
import traceback


class Animal:
    def __init__(self):
        self.colour = "red"
        self._private = 1

    def speak(self):
        return colour

    def walk(self):
        return speak()

    @classmethod
    def create(cls):
        return crate()


counter = 1


def misspelt():
    total_count = 5
    return totl_count


def outer():
    variable = 1

    def inner():
        return varible

    return inner()


def argument(first_name):
    return firstname


def keyword():
    return ture


def show(f):
    try:
        f()
    except Exception as error:
        print(traceback.format_exception_only(error)[-1], end="")


# === Names ===
for f in (misspelt, outer, argument, keyword, lambda: countr, lambda: pint("x"), lambda: lenght, lambda: Animl, lambda: xyzzy, lambda: a, lambda: asyncio.run, lambda: time.sleep, lambda: random, lambda: null, lambda: this.x, lambda: Counter()):
    show(f)
show(Animal().speak)
show(Animal().walk)
show(Animal.create)

# === Attributes ===
animal = Animal()
for f in (lambda: animal.color, lambda: animal.speek(), lambda: animal.private, lambda: animal.SPEAK, lambda: "x".uper(), lambda: [].apend(1), lambda: {}.itmes(), lambda: math.sqr(2), lambda: math.pie,
          lambda: Animal.Create, lambda: (5).reel, lambda: animal.zzz, lambda: animal.__clas__, lambda: None.foo, lambda: print.nme, lambda: animal.speak.__nme__, lambda: math.Sqrt):
    show(f)

# === Imports and keywords ===
for source in ("import maths", "import asyncoi", "import collections.abcd"):
    show(lambda: exec(source))


def greet(name, greeting="hi", *, punctuation="!"):
    pass


for kwargs in ({"nam": 1}, {"name": 1, "greting": 2}, {"name": 1, "punctuaton": 2}, {"name": 1, "unrelated": 2}, {"Name": 1}):
    show(lambda: greet(**kwargs))
show(lambda: sorted([], revers=True))
show(lambda: print("a", seperator=""))
show(lambda: int("1", bse=2))
show(lambda: "a b".split(maxsplits=1))
show(lambda: open("x", mod="r") if False else dict(a=1).get(key=1))
