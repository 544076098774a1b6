# Annotations: where they may stand, when they are evaluated.
import typing


def note(value):
    print("evaluated", value)
    return value


def function(a: note("a"), b: note("b") = 1, *args: note("args"), c: note("c"), **kw: note("kw")) -> note("return"):
    x: note("never in functions") = 5
    y: undefined
    return x


print(function.__annotations__, function(1, c=2))
module_level: note(int) = 5
only_declared: note(str)
print(__annotations__, "only_declared" in globals())


class C:
    a: note(int) = 1
    b: "later"
    (c): int = 3
    d: list["C"] = []
    __private: int = 5


print(C.__annotations__) if hasattr(C, "__annotations__") else None

data = {}
data["k"]: int = 5
holder = C()
holder.attribute: str = "x"
print(data, holder.attribute, C.__annotations__.get("attribute"), [k for k in C.__annotations__ if "private" in k])
try:
    undeclared_value: undefined_name = 1
except NameError as error:
    print(error)
print("undeclared_value" in globals())
try:
    missing_attribute.x: int = 1
except NameError as error:
    print(error)


class D(C):
    e: float


print(D.__annotations__, D().a, typing.get_type_hints(D, localns={"later": bytes})["b"])
function.__annotations__["a"] = "changed"
del function.__annotations__["return"]
print(function.__annotations__, (lambda x: x).__annotations__)
exec("from __future__ import annotations\ndef lazy(x: undefined | None) -> list[1 + 1]: pass\nprint(lazy.__annotations__)")
for source in ("x: int, y = 1", "(x, y): int", "[x]: int = 1", "x: int = yield", "def f(x: int = 1: 2): pass", "x: int = *a", "lambda x: int: 1", "for x: int in y: pass", "with a as x: int: pass", "x: (yield)", "f(): int", "1: int", "x.y: int", "x[0]: int", "x: *int"):
    try:
        compile(source, "s", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(source, "->", error.msg)
