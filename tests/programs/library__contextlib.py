# contextlib: context managers from generators, and stacks of them.
import contextlib


@contextlib.contextmanager
def door(name, swallow=()):
    print("open", name)
    try:
        yield name.upper()
    except swallow as error:
        print("swallowed", repr(error))
    finally:
        print("close", name)


# === In good order ===
with door("a") as opened, door("b"):
    print("inside", opened)

# === With an exception ===
try:
    with door("c"):
        raise KeyError("inside")
except KeyError as error:
    print("came out:", repr(error))
with door("d", swallow=ValueError):
    raise ValueError("inside")
print("after it")

# === As a decorator ===


@door("decorated")
def function():
    return "result"


print(function(), function())

# === Generators that do it wrong ===


@contextlib.contextmanager
def never():
    return
    yield


@contextlib.contextmanager
def twice():
    yield
    yield


@contextlib.contextmanager
def again():
    try:
        yield
    except ValueError:
        yield


for wrong in (never, twice, again):
    try:
        with wrong():
            if wrong is again:
                raise ValueError
    except RuntimeError as error:
        print(error)
try:
    with door("e"):
        raise StopIteration("through a generator")
except StopIteration as error:
    print(repr(error))

# === suppress, nullcontext, closing ===
with contextlib.suppress(ValueError, KeyError):
    raise KeyError
with contextlib.nullcontext("given") as given:
    print(given)


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()):
    print("open")

# === ExitStack ===
with contextlib.ExitStack() as stack:
    for name in "xy":
        print(stack.enter_context(door(name)))
    stack.callback(print, "callback", "first", sep=", ")
    stack.push(lambda *details: print(details))
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.enter_context(door("z"))
        raise ValueError("body")
except ZeroDivisionError as error:
    print(repr(error), "after", repr(error.__context__))
with contextlib.ExitStack() as stack:
    stack.push(lambda *details: True)
    raise ValueError("swallowed by the stack")
with contextlib.ExitStack() as stack:
    stack.enter_context(door("moved"))
    later = stack.pop_all()
print("not yet closed")
later.close()
try:
    contextlib.ExitStack().enter_context(1)
except TypeError as error:
    print(error)
