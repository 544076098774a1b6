# The with statement: order, errors, several managers, suppression.
import asyncio


class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError(f"enter {self.name}")
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None, error, traceback is not None)
        if self.fail == "exit":
            raise RuntimeError(f"exit {self.name}")
        return self.swallow


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error} (context: {error.__context__!r})")


def nested(*managers):
    with managers[0] as a, managers[1] as b:
        print(a, b)
        raise ValueError("body")
    return "after"


show(lambda: nested(M("a"), M("b")))
show(lambda: nested(M("a", swallow=True), M("b")))
show(lambda: nested(M("a"), M("b", swallow=True)))
show(lambda: nested(M("a"), M("b", fail="enter")))
show(lambda: nested(M("a"), M("b", fail="exit")))
show(lambda: nested(M("a", fail="exit"), M("b", fail="exit")))


# === Leaving in other ways ===
def leave(how):
    for i in range(2):
        with M(f"m{i}"):
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
    return "end"


for how in ("return", "break", "continue"):
    print(how, leave(how))

# === Targets and parentheses ===
class Many:
    def __enter__(self):
        return 1, [2, 3]

    def __exit__(self, *exc):
        pass


items = [0]
with (
    Many() as (a, (b, c)),
    Many() as items[0],
    M("x"),
):
    print(a, b, c, items)

with M("only"):
    pass
with (M("p") as p):
    print(p)

# === What is no manager ===
for thing in (5, "text", [], None, open, lambda: 1):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)


class OnlyEnter:
    def __enter__(self):
        pass


class OnlyExit:
    def __exit__(self, *exc):
        pass


class InstanceMethods:
    def __init__(self):
        self.__enter__ = self.__exit__ = lambda *exc: None


for thing in (OnlyEnter(), OnlyExit(), InstanceMethods()):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)


# === Asynchronous ===
class A:
    def __init__(self, swallow=False):
        self.swallow = swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("aenter")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("aexit", error)
        return self.swallow


async def main():
    async with A() as a, A(True):
        print(type(a).__name__)
        raise ValueError("async body")
    print("swallowed")
    try:
        async with A():
            async with A():
                raise KeyError("k")
    except KeyError as error:
        print(repr(error))
    for thing in (M("sync"), 5):
        try:
            async with thing:
                pass
        except TypeError as error:
            print(error)
    try:
        with A():
            pass
    except TypeError as error:
        print(error)

    class BadExit:
        async def __aenter__(self):
            pass

        def __aexit__(self, *exc):
            return 5

    try:
        async with BadExit():
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
