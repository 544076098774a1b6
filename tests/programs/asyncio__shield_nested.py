# Shields in shields, in gathers, in timeouts and in groups: how far a cancellation gets.
import asyncio


async def work(name, log):
    try:
        await asyncio.sleep(0.05)
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def attempt(name, make):
    log = []
    inner = [asyncio.create_task(work(n, log)) for n in "ab"]
    outer = make(*inner)
    task = asyncio.create_task(wait_for_it(outer))
    await asyncio.sleep(0.01)
    task.cancel()
    result = await asyncio.gather(task, return_exceptions=True)
    state = [t.cancelled() for t in inner], [t.done() for t in inner]
    await asyncio.sleep(0.1)
    print(name, "|", result, state, log)


async def wait_for_it(awaitable):
    return await awaitable


async def in_timeout(one, two):
    async with asyncio.timeout(1):
        await asyncio.shield(asyncio.gather(one, two))


async def in_group(one, two):
    async with asyncio.TaskGroup() as group:
        group.create_task(wait_for_it(asyncio.shield(one)))
        group.create_task(wait_for_it(two))


async def main():
    await attempt("gather of shields", lambda a, b: asyncio.gather(asyncio.shield(a), asyncio.shield(b)))
    await attempt("shield of a gather", lambda a, b: asyncio.shield(asyncio.gather(a, b)))
    await attempt("one of two shielded", lambda a, b: asyncio.gather(asyncio.shield(a), b))
    await attempt("shield of a shield", lambda a, b: asyncio.shield(asyncio.shield(a)))
    await attempt("wait_for of a shield", lambda a, b: asyncio.wait_for(asyncio.shield(a), 1))
    await attempt("shield of a wait_for", lambda a, b: asyncio.shield(asyncio.wait_for(a, 1)))
    await attempt("in a timeout", in_timeout)
    await attempt("in a group", in_group)
    await attempt("wait", lambda a, b: asyncio.wait([a, b]))


asyncio.run(main())
