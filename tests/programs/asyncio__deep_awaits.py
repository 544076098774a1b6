# Deep chains of awaits: values, exceptions and cancellations pass them all; too deep is RecursionError.
import asyncio


async def down(n, at_the_bottom):
    if n == 0:
        return await at_the_bottom()
    return await down(n - 1, at_the_bottom) + 1


async def zero():
    await asyncio.sleep(0)
    return 0


async def fails():
    await asyncio.sleep(0)
    raise ValueError("from the bottom")


async def counts_finallys(n, log):
    try:
        if n:
            await counts_finallys(n - 1, log)
        else:
            await asyncio.sleep(1)
    finally:
        log.append(n)


async def main():
    print(await down(300, zero))
    try:
        await down(300, fails)
    except ValueError as error:
        depth, traceback = 0, error.__traceback__
        while traceback:
            depth, traceback = depth + 1, traceback.tb_next
        print(error, depth)
    log = []
    task = asyncio.create_task(counts_finallys(200, log))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(len(log), log == list(range(201)), task.cancelled())
    try:
        await down(5000, zero)
    except RecursionError as error:
        print(error)

    async def through_tasks(n):
        return 1 + await asyncio.create_task(through_tasks(n - 1)) if n else 0

    print(await through_tasks(400))

    async def agen(n):
        if n:
            async for value in agen(n - 1):
                yield value + 1
        else:
            yield 0

    print([value async for value in agen(100)])


asyncio.run(main())
