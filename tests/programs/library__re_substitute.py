# re: sub and subn with templates and functions, and what is wrong with them.
import re


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Templates ===
p = re.compile(r"(?P<key>\w+)=(?P<value>\w*)(;)?")
text = "a=1;b=2;c="
for template in ("x", "", r"\1", r"\g<key>:\g<value>", r"\2\1", r"\g<0>!", r"[\3]", r"\n", r"\\", r"\g<1>0", r"\60", " ", "&", "$1", r"\.", r"\ ", r"\"", "é€"):
    show(p.sub, template, text)
    show(p.subn, template, text, 1)
for template in (r"\4", r"\g<9>", r"\g<none>", r"\g<", r"\gx", r"\g<>", r"\g<1 >", r"\z", "\\", r"\400", r"\8", r"\18", r"\1x\y", r"a\g<k", r"\g<+1>", r"\g<٣>"):
    show(p.sub, template, text)
    try:
        p.sub(template, text)
    except re.error as error:
        print(error.msg, error.pattern == template, error.pos, error.lineno, error.colno)
    except IndexError:
        pass
show(p.sub, "line\n\\q", text)

# === Templates are checked even where nothing matches ===
show(re.sub, "x", r"\1", "abc")
show(re.sub, "x", r"\q", "abc")

# === Functions ===
calls = []


def twice(m):
    calls.append(m.span())
    return m[0] * 2


show(re.sub, r"\d", twice, "1a22b")
print(calls)
show(re.sub, r"\d", twice, "1a22b", count=2)
show(re.sub, r"\d", lambda m: None, "1a2")
show(re.sub, r"\d", lambda m: "", "1a2")
show(re.sub, r"\d", lambda m: 5, "1a2")
show(re.sub, r"\d", lambda m: 5, "a12")
show(re.sub, r"\d", lambda m: b"x", "a1")
show(re.sub, rb"\d", lambda m: "x", b"a1")
show(re.sub, rb"\d", lambda m: b"<" + m[0] + b">", b"a1")
show(re.sub, r"\d", lambda m: 1 / 0, "a1")
show(re.sub, r"\d", lambda: 0, "a1")
show(re.sub, r"\w+", {"x": "y"}.get, "x")


class Counter:
    def __init__(self):
        self.n = 0

    def __call__(self, m):
        self.n += 1
        return str(self.n)


show(re.sub, "x", Counter(), "x-x-x")
show(re.sub, "x", int.bit_length, 5)


class Text(str):
    pass


show(re.sub, "b", lambda m: Text("B"), Text("abc"))
print(type(re.sub("b", "B", Text("abc"))), type(re.sub("q", "B", Text("abc"))))

# === A function may use the same pattern ===
nested = re.compile(r"\(([^()]*)\)")
show(nested.sub, lambda m: "[" + nested.sub("x", m[1]) + re.sub(r"\d", "#", m[1]) + "]", "(a1)(b2)")


def inner(m):
    raise KeyError(m[0])


try:
    re.sub("b", inner, "abc")
except KeyError as error:
    print("KeyError", error)

# === Counts ===
for count in (0, 1, 2, -1, True):
    print(count, re.sub("a", "b", "aaa", count=count), re.subn("a", "b", "aaa", count=count), re.split("a", "xaxax", maxsplit=count))
show(re.sub, "a", "b", "aaa", count="1")
show(p.sub, "x")
show(p.sub, "x", "a=1", 1, 2)
show(re.sub, "a", "b", "aaa", count=1.5)

# === Kinds ===
show(re.sub, "a", 5, "aaa")
show(re.sub, "a", None, "aaa")
show(re.sub, "a", b"x", "aaa")
show(re.sub, "q", b"x", "aaa")
show(re.sub, b"a", "x", b"aaa")
show(re.sub, b"a", rb"<\g<0>>", b"aaa")
show(re.sub, b"a", bytearray(b"x"), bytearray(b"aaa"))
show(re.sub, "a", "b", b"aaa")
show(re.sub, b"a", b"b", "aaa")
show(re.sub, "a", "b", 5)
