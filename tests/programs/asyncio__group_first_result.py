# A group that ends at its first result: cancelled by an exception of its own, by its tasks, by its owner.
import asyncio


class Enough(Exception):
    pass


async def racer(name, pause, log):
    try:
        await asyncio.sleep(pause)
        return name
    except asyncio.CancelledError:
        log.append(f"{name} stopped")
        raise


async def by_exception(log):
    found = []

    async def run(name, pause):
        found.append(await racer(name, pause, log))
        raise Enough

    try:
        async with asyncio.TaskGroup() as group:
            for name, pause in (("a", 0.03), ("b", 0.01), ("c", 0.02)):
                group.create_task(run(name, pause))
    except* Enough:
        log.append("enough")
    return found


async def by_a_task(log):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(racer(n, p, log)) for n, p in (("a", 0.03), ("b", 0.01))]

        async def stops():
            done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in pending:
                task.cancel()
            return [task.result() for task in done]

        winner = group.create_task(stops())
    return winner.result(), [task.cancelled() for task in tasks]


async def by_force(log):
    async def terminate():
        raise Enough("terminate")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(racer("a", 1, log))
            await asyncio.sleep(0.01)
            group.create_task(terminate())
    except* Enough as errors:
        log.append(errors.exceptions[0].args[0])


async def by_the_body(log):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(racer("a", 1, log))
        await asyncio.sleep(0.01)
        task.cancel()
    return task.cancelled()


async def with_wait(log):
    tasks = [asyncio.create_task(racer(n, p, log), name=n) for n, p in (("x", 0.02), ("y", 0.01))]
    try:
        for task in asyncio.as_completed(tasks):
            return await task
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    for how in (by_exception, by_a_task, by_force, by_the_body, with_wait):
        log = []
        print(how.__name__, await how(log), sorted(log), asyncio.current_task().cancelling())


asyncio.run(main())
