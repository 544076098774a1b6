# gather: all results, or the first exception.
import asyncio


async def work(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as cancelled:
        print(name, "cancelled", cancelled.args)
        raise
    if error is not None:
        raise error
    print(name, "done")
    return name


async def main():
    # === Results come in the order of the arguments ===
    print(await asyncio.gather(work("slow", 0.04), work("fast", 0.02)))
    print(await asyncio.gather())

    # === The first exception comes out, and the others go on ===
    try:
        await asyncio.gather(work("goes on", 0.1), work("fails", 0.02, ValueError("early")))
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0.2)

    # === Exceptions as results ===
    print(await asyncio.gather(work("a", 0.01), work("b", 0.02, KeyError("b")), return_exceptions=True))

    # === Cancelling the gather cancels all ===
    both = asyncio.gather(work("x", 1), work("y", 1))
    await asyncio.sleep(0)
    print(both.cancel("enough"), both.done())
    try:
        await both
    except asyncio.CancelledError as error:
        print("gather", error.args)
    print(both.cancelled(), both.cancel())

    # === A cancelled child counts as an exception ===
    child = asyncio.create_task(work("child", 1))
    await asyncio.sleep(0)
    child.cancel("only me")
    print(await asyncio.gather(child, work("other", 0.01), return_exceptions=True))

    # === The same future twice ===
    task = asyncio.create_task(work("once", 0.01))
    print(await asyncio.gather(task, task))

    # === A timeout around it ===
    try:
        async with asyncio.timeout(0.02):
            await asyncio.gather(work("p", 1), work("q", 1))
    except TimeoutError as error:
        print(repr(error))

    # === Something that cannot be awaited ===
    try:
        asyncio.gather(1)
    except TypeError as error:
        print(error)


asyncio.run(main())
