# The TypeErrors and AttributeErrors that learners meet.

def greet(name, greeting="hi", *, loud=False):
    return greeting + name

class Dog:
    kind = "dog"
    def __init__(self, name):
        self.name = name
    def bark(self, times):
        return "woof" * times

def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

five, nothing, text, items, pair = 5, None, "abc", [1], (1,)

# === Arguments ===
show(lambda: greet())
show(lambda: greet("a", "b", "c"))
show(lambda: greet("a", nme=1))
show(lambda: greet("a", name="b"))
show(lambda: greet("a", lod=True))
show(lambda: Dog())
show(lambda: Dog("a", "b"))
show(lambda: Dog("a").bark())
show(lambda: Dog("a").bark(1, 2))
show(lambda: Dog.bark(1))
show(lambda: (lambda x, y: x)(1))
show(lambda: (lambda: 1)(1))

def two(a, b): pass
def three(a, b, c): pass
def only(*, a, b): pass
def at_most(a=1, b=2): pass
show(lambda: two())
show(lambda: three())
show(lambda: only())
show(lambda: only(1))
show(lambda: only(a=1))
show(lambda: at_most(1, 2, 3))
show(lambda: two(1, 2, 3, c=4))
show(lambda: two(1, a=2))

# === Operators ===
show(lambda: "a" + 1)
show(lambda: 1 + "a")
show(lambda: [1] + (2,))
show(lambda: None + 1)
show(lambda: "a" * "b")
show(lambda: "a" - "b")
show(lambda: {} + {})
show(lambda: 1 < "a")
show(lambda: [1] < 2)
show(lambda: None < None)
show(lambda: -"a")
show(lambda: not_defined)
show(lambda: 5 in 5)
show(lambda: 1 in "abc")
show(lambda: Dog("a") + 1)
show(lambda: "a" ** 2)

# === Calls, indices, attributes ===
show(lambda: five())
show(lambda: text())
show(lambda: nothing())
show(lambda: Dog("a")())
show(lambda: five[0])
show(lambda: nothing[0])
show(lambda: Dog("a")[0])
show(lambda: greet[0])
show(lambda: items["0"])
show(lambda: pair[1.0])
show(lambda: text["a"])
show(lambda: {}.x)
show(lambda: None.name)
show(lambda: Dog("a").nmae)
show(lambda: Dog.kidn)
show(lambda: [].push(1))
show(lambda: "a".uper())
show(lambda: (5).x)
show(lambda: len(5))
show(lambda: len())
show(lambda: len(1, 2))
show(lambda: int([]))
show(lambda: {[1]: 2})
show(lambda: {1, []})
show(lambda: hash({}))
show(lambda: abs("a"))
show(lambda: ord("ab"))
show(lambda: chr(-1))
show(lambda: isinstance(1, 5))
show(lambda: print(1, foo=2))
show(lambda: "abc".split(1))
show(lambda: sum(5))
show(lambda: [1, 2].append())
