# A coroutine that was stepped by hand and waits cannot be awaited by somebody else.
import asyncio
import types


@types.coroutine
def stop(value):
    return (yield value)


async def inner():
    return await stop(1)


async def middle():
    return await inner()


async def awaits(coroutine):
    return await coroutine


def show(coroutine):
    try:
        print("yields", coroutine.send(None))
    except (RuntimeError, ValueError, StopIteration) as error:
        print(type(error).__name__, error)


stepped = middle()
show(stepped)
show(awaits(stepped))
show(stepped)
show(awaits(stepped))

shared = middle()
first, second = awaits(shared), awaits(shared)
show(first)
show(second)
show(first)


async def itself():
    await own


own = itself()
show(own)


async def main():
    task = asyncio.create_task(asyncio.sleep(0.01, 3))
    await asyncio.sleep(0)
    try:
        await task.get_coro()
    except RuntimeError as error:
        print(error)
    print(await task)
    new = asyncio.sleep(0, 4)
    print(await new)
    try:
        await new
    except RuntimeError as error:
        print(error)


asyncio.run(main())
