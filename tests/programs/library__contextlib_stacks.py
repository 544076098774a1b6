# ExitStack and AsyncExitStack.
import asyncio
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, suppress


@contextmanager
def resource(name, fail_on_exit=False, swallow=False):
    print("open", name)
    try:
        yield name.upper()
    except ValueError as error:
        print(name, "sees", error)
        if not swallow:
            raise
    finally:
        print("close", name)
        if fail_on_exit:
            raise RuntimeError(f"closing {name}")


# === In reverse order ===
with ExitStack() as stack:
    print([stack.enter_context(resource(n)) for n in "abc"])
    stack.callback(print, "callback", 1, sep="-")

    @stack.callback
    def decorated():
        print("decorated callback")

    stack.push(lambda *exc: print("pushed sees", exc[0]))

# === Exceptions ===
try:
    with ExitStack() as stack:
        stack.enter_context(resource("outer"))
        stack.enter_context(resource("inner"))
        raise ValueError("body")
except ValueError as error:
    print("out:", error)
with ExitStack() as stack:
    stack.enter_context(resource("swallows", swallow=True))
    raise ValueError("body")
print("swallowed")
try:
    with ExitStack() as stack:
        stack.enter_context(resource("first", fail_on_exit=True))
        stack.enter_context(resource("second", fail_on_exit=True))
        raise ValueError("body")
except RuntimeError as error:
    print(error, "|", repr(error.__context__), "|", repr(error.__context__.__context__))
with ExitStack() as stack:
    stack.push(lambda kind, error, tb: kind is KeyError)
    raise KeyError("suppressed by a function")

# === Opened halfway ===
try:
    with ExitStack() as stack:
        for name in ("a", "b", "bad"):
            if name == "bad":
                raise LookupError(name)
            stack.enter_context(resource(name))
except LookupError:
    print("all closed")

# === pop_all hands over ===
with ExitStack() as stack:
    stack.enter_context(resource("kept"))
    kept = stack.pop_all()
print("still open")
kept.close()
for wrong in (5, None):
    try:
        ExitStack().enter_context(wrong)
    except TypeError as error:
        print(error)


# === Asynchronous ===
@asynccontextmanager
async def connection(name):
    print("connect", name)
    await asyncio.sleep(0)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(connection(n)) for n in "xy"]
        stack.enter_context(resource("sync"))

        async def later(text):
            print("async callback", text)

        stack.push_async_callback(later, "bye")
        print(names)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(connection("z"))
            raise KeyError("async body")
    except KeyError as error:
        print(repr(error))
    try:
        await AsyncExitStack().enter_async_context(resource("wrong"))
    except TypeError as error:
        print(error)


asyncio.run(main())
with suppress(KeyError, IndexError), nullcontext(5) as five, closing(type("C", (), {"close": lambda self: print("closed")})()):
    print(five)
    {}["missing"]
