# contextlib's asynchronous half: asynccontextmanager, AsyncExitStack, aclosing, nullcontext.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext, suppress


@asynccontextmanager
async def resource(name, *, swallow=False):
    print("open", name)
    try:
        yield name.upper()
    except ValueError as error:
        print(name, "sees", error)
        if not swallow:
            raise
    finally:
        await asyncio.sleep(0)
        print("close", name)


@asynccontextmanager
async def yields_twice():
    yield 1
    yield 2


@asynccontextmanager
async def yields_never():
    if False:
        yield


async def callback(*args, **kwargs):
    print("callback", args, kwargs)


async def main():
    async with resource("a") as value:
        print(value)
    async with resource("b", swallow=True):
        raise ValueError("swallowed")
    for broken in (yields_twice, yields_never):
        try:
            async with broken():
                print("in", broken.__name__)
        except RuntimeError as error:
            print(error)
    with suppress(ValueError):
        async with resource("c"):
            raise ValueError("passed on")

    print("# === As a decorator ===")

    @resource("decorator")
    async def decorated(n):
        return n + 1

    print(await decorated(1), await decorated(2), decorated.__name__)

    print("# === AsyncExitStack ===")
    async with AsyncExitStack() as stack:
        print([await stack.enter_async_context(resource(n)) for n in "xyz"])
        stack.push_async_callback(callback, 1, two=2)
        stack.callback(print, "a plain callback")
        stack.enter_context(nullcontext())
    stack = AsyncExitStack()
    await stack.enter_async_context(resource("kept"))
    other = stack.pop_all()
    await stack.aclose()
    print("still open")
    await other.aclose()
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(resource("outer", swallow=True))

            async def changes(kind, error, traceback):
                raise ValueError("changed") from error

            stack.push_async_exit(changes)
            raise KeyError("body")
    finally:
        print("swallowed by the outer one")
    for wrong in (5, nullcontext):
        try:
            await AsyncExitStack().enter_async_context(wrong)
        except TypeError as error:
            print(error)
    async with nullcontext("null") as value, aclosing(agen()) as numbers:
        print(value, await anext(numbers))


async def agen():
    try:
        yield 1
    finally:
        print("agen closed")


asyncio.run(main())
