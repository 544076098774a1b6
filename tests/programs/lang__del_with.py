# with, for, comprehensions, conditions, calls: when temporaries and what they hold go.
# gc: all
class Thing:
    def __init__(self, name="?"):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, *exc):
        print("exit", self.name)

    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        return 2

    def __getitem__(self, key):
        return key

    def __call__(self, *args):
        return len(args)

    def __add__(self, other):
        return Thing(self.name + "+")

    def __bool__(self):
        return self.name != "false"

    def __contains__(self, item):
        return True

    def __str__(self):
        return f"<{self.name}>"

    def method(self):
        return self

    @property
    def value(self):
        return 7

    def __del__(self):
        print("del", self.name)


with Thing("with"):
    print("inside")
print("after with")
with Thing("with as") as t:
    print("inside")
print("still bound")
del t
for x in Thing("for"):
    print(x)
print("after for")
print([x for x in Thing("comprehension")])
print(Thing("item")[3], Thing("call")(1, 2), Thing("property").value)
print(len(Thing("len")), 5 in Thing("in"))
print(str(Thing("str")), f"{Thing('f-string')}")
Thing("chain").method().method()
print("after chain")
(Thing("sum") + 1) + 2
print("after sum")
if Thing("true") and not Thing("false"):
    print("branch")
x = Thing("or") or Thing("never")
print("bound", x.name)
x = None
x = Thing("x") if Thing("true") else None
x = 0
print("before unpacking")
a, b = Thing("unpacked")
print(a, b)
first, *rest = [Thing("one"), Thing("two"), Thing("three")]
print("unpacked", first.name, len(rest))
rest.clear()
first = None


def default(x=Thing("default")):
    return x.name


print(default())
del default
print("default gone")


def decorate(thing):
    def wrap(function):
        return function

    return wrap


@decorate(Thing("decorator"))
def decorated():
    pass


print("decorated")
lambda: Thing("never made")
assert Thing("assert"), Thing("not made")
while Thing("while").name != "while":
    pass
match Thing("match"):
    case Thing(name="match"):
        print("matched")
print("after match")
del (lambda t: [t])(Thing("in a lambda"))[:]
print("end")
