# exit: 1
# Tracebacks of what gather, wait_for, shield and timeout pass on.
import asyncio
import traceback


async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(n)


def own_frames(error):
    return [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__) if "__traceback_gather" in frame.filename]


async def attempt(awaitable):
    try:
        await awaitable
    except Exception as error:
        print(type(error).__name__, error, own_frames(error))


async def slow():
    try:
        await asyncio.sleep(1)
    finally:
        pass


async def main():
    await attempt(asyncio.gather(fails(1), fails(2)))
    await attempt(asyncio.wait_for(fails(3), 1))
    await attempt(asyncio.shield(fails(4)))
    await attempt(asyncio.wait_for(slow(), 0.01))
    results = await asyncio.gather(fails(5), return_exceptions=True)
    print(own_frames(results[0]))
    for coro in asyncio.as_completed([fails(6)]):
        await attempt(coro)
    try:
        async with asyncio.timeout(0.01):
            await slow()
    except TimeoutError as error:
        print(own_frames(error), repr(error.__cause__), own_frames(error.__cause__))
    try:
        async with asyncio.timeout(0.01):
            await slow()
    finally:
        print("not caught here")


asyncio.run(main())
