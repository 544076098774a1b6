# The same three jobs with gather, wait and a group: one fails early, one is slow, one is quick.
import asyncio


async def job(name, log):
    try:
        await asyncio.sleep({"quick": 0.01, "fails": 0.02, "slow": 0.04}[name])
        if name == "fails":
            raise ValueError(name)
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


def coros(log):
    return [job(name, log) for name in ("slow", "fails", "quick")]


async def gathered(log):
    return await asyncio.gather(*coros(log))


async def gathered_all(log):
    return await asyncio.gather(*coros(log), return_exceptions=True)


async def waited(log):
    done, pending = await asyncio.wait([asyncio.create_task(c) for c in coros(log)], return_when=asyncio.FIRST_EXCEPTION)
    return sorted(repr(task.exception() or task.result()) for task in done), len(pending)


async def grouped(log):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(c) for c in coros(log)]
    return [task.result() for task in tasks]


async def one_by_one(log):
    results = []
    for coro in coros(log):
        try:
            results.append(await coro)
        except ValueError as error:
            results.append(repr(error))
    return results


async def completed(log):
    results = []
    for coro in asyncio.as_completed(coros(log)):
        try:
            results.append(await coro)
        except ValueError as error:
            results.append(repr(error))
    return results


async def limited(log):
    async with asyncio.timeout(0.03):
        return await asyncio.gather(*coros(log), return_exceptions=True)


async def main():
    for way in (gathered, gathered_all, waited, grouped, one_by_one, completed, limited):
        log = []
        begun = asyncio.get_running_loop().time()
        try:
            result = await way(log)
        except Exception as error:
            result = repr(error)
        after = list(log)
        took = asyncio.get_running_loop().time() - begun
        await asyncio.sleep(0.05)
        print(way.__name__, "|", result, "|", sorted(after), "| later", log[len(after) :], took < 0.06)


asyncio.run(main())
