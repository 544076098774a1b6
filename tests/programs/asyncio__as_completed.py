# as_completed: both ways to use it, errors and timeouts.
import asyncio


async def work(n):
    await asyncio.sleep(n / 100)
    if n == 3:
        raise ValueError("three")
    return n


async def main():
    # === The plain way ===
    for next_done in asyncio.as_completed([work(4), work(1), work(2)]):
        print(await next_done)

    # === The asynchronous way gives the tasks back ===
    tasks = [asyncio.create_task(work(n), name=f"w{n}") for n in (4, 2, 1)]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task in tasks, await task)

    # === Errors come in their turn ===
    for next_done in asyncio.as_completed([work(3), work(1), work(5)]):
        try:
            print(await next_done)
        except ValueError as error:
            print(repr(error))

    # === A timeout ===
    pending = [asyncio.create_task(work(n)) for n in (1, 50)]
    try:
        for next_done in asyncio.as_completed(pending, timeout=0.1):
            print(await next_done)
    except TimeoutError as error:
        print(repr(error), [task.done() for task in pending])
    pending[1].cancel()
    try:
        async for task in asyncio.as_completed([work(50), work(2)], timeout=0.1):
            print(await task)
    except TimeoutError as error:
        print(repr(error))

    # === Nothing, twice the same, and the wrong ===
    print([await f for f in asyncio.as_completed([])])
    same = asyncio.create_task(work(1))
    print([await f for f in asyncio.as_completed([same, same])])
    coroutine = work(1)
    for wrong in (coroutine, 5):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            print(error)
    coroutine.close()

    # === Races ===
    async def fastest(*awaitables):
        tasks = [asyncio.ensure_future(a) for a in awaitables]
        try:
            async for task in asyncio.as_completed(tasks):
                return await task
        finally:
            for task in tasks:
                task.cancel()

    print(await fastest(work(9), work(2), work(6)))


asyncio.run(main())
