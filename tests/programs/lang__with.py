# with: entering, leaving, swallowing, several managers.

# === Order ===
class Guard:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind.__name__ if kind else None, error, trace is not None)
        return self.swallow

with Guard("a") as value:
    print("inside", value)

with Guard("a") as a, Guard("b") as b:
    print(a, b)

with (
    Guard("c"),
    Guard("d") as d,
):
    print(d)

# === Errors ===
with Guard("s", swallow=True):
    raise ValueError("swallowed")
print("on we go")

try:
    with Guard("p"):
        raise KeyError("passed on")
except KeyError as error:
    print("caught", error)

try:
    with Guard("outer"), Guard("inner", swallow=False):
        1 / 0
except ZeroDivisionError as error:
    print("caught", error)

# === Leaving early ===
def early():
    for i in range(3):
        with Guard(str(i)):
            if i == 0:
                continue
            return i

print(early())

# === contextlib ===
from contextlib import contextmanager, suppress

@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as error:
        print("in the manager:", error)
    finally:
        print(f"</{name}>")

with tag("b") as name:
    print(name)
with tag("i"):
    raise ValueError("oops")
with suppress(ZeroDivisionError):
    1 / 0
print("suppressed")

# === What is no manager ===
for thing in (3, None, [], Guard):
    try:
        with thing:
            print("never")
    except TypeError as error:
        print(error)

class Half:
    def __enter__(self):
        return self

try:
    with Half():
        pass
except TypeError as error:
    print(error)
