# One future or task awaited by many, again and again; an exception that is raised again and again.
import asyncio
import traceback


async def once():
    print("runs once")
    return object


async def fails():
    raise ValueError("the same exception")


async def main():
    task = asyncio.create_task(once())
    print(await task is await task, await asyncio.gather(task, task, task) == [object] * 3)
    coro = once()
    await coro
    try:
        await coro
    except RuntimeError as error:
        print(error)
    task = asyncio.create_task(fails())
    seen = []
    for _ in range(3):
        try:
            await task
        except ValueError as error:
            seen.append(error)
    print(len(set(map(id, seen))), seen[0] is task.exception())
    print(len([frame for frame in traceback.extract_tb(seen[0].__traceback__) if frame.name in ("main", "fails")]))

    async def awaits(awaitable, name):
        try:
            return name, await awaitable
        except RuntimeError as error:
            return name, str(error)

    coro = asyncio.sleep(0.01, "slept")
    print(await asyncio.gather(awaits(coro, "a"), awaits(coro, "b")))

    future = asyncio.get_running_loop().create_future()
    waiters = [asyncio.create_task(awaits(future, n)) for n in "xyz"]
    await asyncio.sleep(0)
    waiters[1].cancel()
    print(await asyncio.gather(*waiters, return_exceptions=True), future.cancelled())


asyncio.run(main())
