# Tracebacks of many shapes, printed by the program itself.
import traceback
import sys


def show(title, action):
    print("#", title)
    try:
        action()
    except BaseException:
        traceback.print_exc(file=sys.stdout)


def fail(*args, **kwargs):
    raise ValueError(*args)


# === Carets over several lines ===
def long_call():
    return fail(
        1,
        2,
        3,
    )


def long_sum():
    a = 1
    b = "x"
    c = (
        a
        +   # here
        b
    )


def long_subscript():
    d = {}
    return d[
        "key"
    ]


def chain():
    return (
        fail
        ("a")
        .b
    )


def many_lines():
    return (1 +
            2 +
            3 +
            4 +
            5 + [] +
            6 +
            7)


show("call", long_call)
show("sum", long_sum)
show("subscript", long_subscript)
show("chain", chain)
show("many", many_lines)


# === One line ===
def wide():
    名前 = "日本"; print("✅" * 2); return 名前 + 1


def tabs():
	x = {}
	return x["k"] + 1


def nested(f):
    return f(f(lambda x: x / 0)(1))


def in_brackets():
    x = ((1) / (0))


def floor():
    return 1   //   0


def attribute():
    return (5).nothing


def comparison():
    return 1 < "a"


def unary():
    return -"a"


def semicolon():
    a = 1; fail(a); b = 2


def whole():
    fail()


def assigned():
    x = fail()


def returned():
    return fail()


def method_returned():
    return traceback.nothing()


def lambda_line():
    return (lambda: fail("in lambda"))()


def comprehension():
    return [1 / x for x in (1, 0)]


def unpacking():
    a, b = 1, 2, 3


def fstring():
    return f"{1 / 0} and more"


def deleted():
    del show_nothing


def asserted():
    assert 1 == 2, "numbers differ"


def assert_plain():
    assert (1 ==
            2)


def with_statement():
    with 5 as x:
        pass


def loop():
    for x in 5:
        pass


def if_condition():
    if fail() and True:
        pass


def default(a=1, *, b):
    pass


def missing():
    default()


def starred():
    fail(*[1, 2], **{"a": 5}); fail(*5)


for function in [wide, tabs, lambda: nested(lambda f: f), in_brackets, floor, attribute, comparison, unary, semicolon, whole,
                 assigned, returned, method_returned, lambda_line, comprehension, unpacking, fstring, deleted, asserted,
                 assert_plain, with_statement, loop, if_condition, missing, starred]:
    show(function.__name__, function)


# === Classes and decorators ===
def refuse(cls):
    raise TypeError("refused")


def make():
    @refuse
    class Refused:
        x = 1


class Meta(type):
    def __new__(mcs, name, bases, space):
        if bases:
            raise RuntimeError("no children")
        return super().__new__(mcs, name, bases, space)


class Base(metaclass=Meta):
    pass


def child():
    class Child(Base):
        pass


class Outer:
    class Error(Exception):
        pass


def qualified():
    raise Outer.Error("inside")


for function in [make, child, qualified]:
    show(function.__name__, function)


# === Recursion ===
def down(n):
    if n == 0:
        fail("bottom")
    down(n - 1)


def ping(n):
    if n == 0:
        fail("net")
    return pong(n)


def pong(n):
    return ping(n - 1)


show("down 3", lambda: down(3))
show("down 4", lambda: down(4))
show("down 10", lambda: down(10))
show("ping", lambda: ping(3))
