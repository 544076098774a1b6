# Asynchronous generators, iterators and context managers.
import asyncio
import contextlib


async def numbers(count):
    try:
        for number in range(count):
            await asyncio.sleep(0)
            yield number
    finally:
        await asyncio.sleep(0)
        print("numbers closed")


async def main():
    # === To the end ===
    async for number in numbers(2):
        print(number)
    print([number async for number in numbers(3) if number != 1])

    # === Left in the middle, closed by hand ===
    async with contextlib.aclosing(numbers(9)) as source:
        async for number in source:
            print(number)
            break

    # === asend and athrow ===
    async def echo():
        received = yield "ready"
        while True:
            try:
                received = yield received
            except ValueError as error:
                received = repr(error)

    source = echo()
    print(await source.asend(None), await source.asend(1), await source.asend(2))
    print(await source.athrow(ValueError("thrown")))
    await source.aclose()
    try:
        await anext(source)
    except StopAsyncIteration as error:
        print(repr(error))

    # === An asynchronous context manager from a generator ===
    @contextlib.asynccontextmanager
    async def door(name):
        print("open", name)
        await asyncio.sleep(0)
        try:
            yield name.upper()
        finally:
            await asyncio.sleep(0)
            print("close", name)

    async with door("a") as opened, door("b"):
        print("inside", opened)
    try:
        async with door("c"):
            raise KeyError("inside")
    except KeyError as error:
        print(repr(error))
    async with contextlib.AsyncExitStack() as stack:
        for name in "xy":
            await stack.enter_async_context(door(name))
        stack.callback(print, "callback")

    # === Left in the middle, closed when the loop ends ===
    global left
    left = numbers(9)
    print(await anext(left))
    print("main ends")


asyncio.run(main())
