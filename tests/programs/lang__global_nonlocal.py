# global and nonlocal.
counter = 0


def bump():
    global counter
    counter += 1
    return counter


def make():
    global made_inside
    made_inside = "from a function"


print(bump(), bump(), counter)
make()
print(made_inside)


def outer():
    total = 0
    names = []

    def add(n):
        nonlocal total
        total += n
        names.append(n)

        def deeper():
            nonlocal total
            total *= 10

        deeper()
        return total

    return add, lambda: (total, names)


add, look = outer()
print(add(1), add(2), look())


def shadow():
    counter = "local"

    def inner():
        global counter
        counter = 99
        return counter

    return inner(), counter


print(shadow(), counter)


class Holder:
    value = "class"

    def method(self):
        global value
        value = "module"
        return self.value


print(Holder().method(), value)


def delete_global():
    global temporary
    temporary = 1
    del temporary
    try:
        temporary
    except NameError as error:
        return str(error)


print(delete_global())


def loop_global():
    global i
    for i in range(3):
        pass


loop_global()
print(i)


def import_global():
    global math
    import math


import_global()
print(math.pi > 3)


def unbound():
    def inner():
        nonlocal late
        late = 5

    if False:
        late = 0
    inner()
    return late


print(unbound())
for source in ("def f():\n  nonlocal x", "nonlocal x", "def f(x):\n  global x", "def f():\n  x = 1\n  global x", "def f():\n  print(x)\n  global x", "def f():\n  def g():\n    nonlocal undefined", "def f():\n  global x\n  nonlocal x", "class C:\n  nonlocal x", "def f():\n  for x in []: pass\n  global x", "def f(a):\n  nonlocal a"):
    try:
        exec(source)
        print("fine")
    except SyntaxError as error:
        print(error.msg)
