# f-strings: nesting, conversions, =, quotes, lambdas.
name, value, width = "Ada", 3.14159, 10


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Nested formats ===
print(f"{value:{width}.{2 + 1}f}|", f"{name:{'*'}^{width}}|", f"{value:{'.' + str(2)}f}", f"{f'{name!r}':>{width}}|")
print(f"{'a' if width > 5 else 'b'} {[x for x in range(3)]} {{'k': {width}}} {(lambda x: x * 2)(4)} { {'k': 1}['k'] }")
print(f"{name.upper()} {name[0]}{name[-1]} {name[::-1]} {len(name)=} {name=} {value=:.2f} {name=!s} {name = } {width+1=}")
print(f"{name!r:>8} {name!s:<8}| {'é'!a} {None} {True!r} {...} {1_000:,}")

# === Quotes inside ===
print(f"{"double"} {'single'} {f"{f"{1 + 1}"}"} {'\n'.join(["a", "b"])!r}")
print(f'''{
    name  # a comment
    + "!"
}''')
print(f"a{{b}}c{{{1}}}", f"{{}}", f"{'{'}{'}'}", rf"\n{1}\t", f"\x41\u00e9{1}\\", fr"{name}\{name}")
print("a" f"{1}" "b{}" f"{2}", f"" == "", f"{''}" == "", f"{1}{2}{3}")

# === Errors at run time ===
show(lambda: f"{undefined}")
show(lambda: f"{1 / 0}")
show(lambda: f"{name:d}")
show(lambda: f"{value:{name}}")
show(lambda: f"{name.nope}")
show(lambda: f"{value:{width}.{width}.{width}}")


class Loud:
    def __repr__(self):
        print("repr")
        return "R"

    def __str__(self):
        print("str")
        return "S"

    def __format__(self, spec):
        print("format", repr(spec))
        return "F"


loud = Loud()
print(f"{loud} {loud!r} {loud!s} {loud=} {loud:x} {loud!r:>3}")


class BadStr:
    def __str__(self):
        return 5

    __repr__ = __str__


show(lambda: f"{BadStr()}")
show(lambda: f"{BadStr()!r}")
show(lambda: str(BadStr()))

# === Order of evaluation, and scopes ===
def note(x):
    print("note", x)
    return x


print(f"{note(1)} {note('y'):{note('>')}{note(4)}} {note(2)}")
print([f"{x}{y}" for x in "ab" for y in range(2)], (lambda: f"{name}")(), f"{(y := 5)} {y}")
print(f"{1:=+5}", f"{width!r:^{width}}", f"{3 != 4}", f"{3 == 4 = }", f"{'a' 'b'}", f"{1,2}", f"{*[1, 2],}")
