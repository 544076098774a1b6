# Exception groups and except*.
import traceback


def show(group, indent=0):
    print(" " * indent + repr(group) if not isinstance(group, BaseExceptionGroup) else " " * indent + f"{type(group).__name__}: {group.message}")
    for inner in getattr(group, "exceptions", ()):
        show(inner, indent + 2)


# === Making them ===
group = ExceptionGroup("outer", [ValueError("v"), ExceptionGroup("inner", [TypeError("t"), KeyError("k")]), OSError(2, "o")])
show(group)
print(group, group.args[0], group.exceptions[0], str(group), len(group.exceptions))
for make in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m", 5), lambda: ExceptionGroup("m", [KeyboardInterrupt()]),
             lambda: ExceptionGroup("m"), lambda: ExceptionGroup(), lambda: BaseExceptionGroup("b", [ValueError()]), lambda: BaseExceptionGroup("b", [KeyboardInterrupt()]), lambda: ExceptionGroup("m", [ValueError])):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)

# === except* ===
try:
    raise group
except* (TypeError, KeyError) as caught:
    print("types and keys:")
    show(caught, 1)
except* ValueError as caught:
    print("values:")
    show(caught, 1)
except* OSError:
    print("os")
else:
    print("never")
finally:
    print("finally")

try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        print("handled")
except ExceptionGroup as rest:
    show(rest)

# === A plain exception is wrapped ===
try:
    raise ValueError("alone")
except* ValueError as caught:
    print(repr(caught), caught.exceptions)

# === Raised in a handler ===
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as caught:
        raise RuntimeError("new") from caught
    except* TypeError:
        raise
except ExceptionGroup as result:
    show(result)
    print(repr(result.exceptions[0].__cause__))

# === split, subgroup, derive ===
matching, rest = group.split(TypeError)
show(matching)
show(rest)
print(group.split(ArithmeticError)[0], group.subgroup(lambda e: "k" in str(e)), group.subgroup(ValueError).exceptions, group.split(ExceptionGroup)[1])
for wrong in (5, "x", None):
    try:
        group.split(wrong)
    except TypeError as error:
        print(error)


class MyGroup(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return MyGroup(self.message, exceptions, self.code)


mine = MyGroup("mine", [ValueError(1), TypeError(2)], 42)
left, right = mine.split(ValueError)
print(type(left).__name__, left.code, type(right).__name__, right.exceptions)
group.add_note("noted")
print(group.subgroup(OSError).__notes__)

# === Misuse of except* ===
for source in ("try: pass\nexcept* ValueError: pass\nexcept TypeError: pass", "try: pass\nexcept*: pass", "for x in []:\n  try: pass\n  except* ValueError: break", "def f():\n  try: pass\n  except* ValueError: return"):
    try:
        exec(source)
    except SyntaxError as error:
        print(error.msg)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
try:
    raise group
except* Exception as caught:
    print("".join(traceback.format_exception_only(caught)), end="")
