# Groups in timeouts and timeouts in groups, with errors: which exception comes out.
import asyncio


async def slow(log, name="slow"):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def fails(pause=0.01):
    await asyncio.sleep(pause)
    raise KeyError("failed")


async def fails_in_cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        raise OSError("clean-up")


async def limit(coro, seconds):
    async with asyncio.timeout(seconds):
        await coro


async def group(*coros):
    async with asyncio.TaskGroup() as tasks:
        for coro in coros:
            tasks.create_task(coro)


def show(error, depth=1):
    print("  " * depth + repr(error)[:60], "| cause", repr(error.__cause__)[:40])
    for inner in getattr(error, "exceptions", ()):
        show(inner, depth + 1)


async def main():
    log = []
    for name, make in {
        "timeout around a group": lambda: limit(group(slow(log), slow(log)), 0.01),
        "a group of timeouts": lambda: group(limit(slow(log), 0.01), slow(log, "other")),
        "the group fails first": lambda: limit(group(fails(), slow(log)), 0.1),
        "the group fails in its clean-up": lambda: limit(group(fails_in_cleanup()), 0.01),
        "nested timeouts, the inner is caught": lambda: limit(group(caught(log)), 0.05),
        "two timeouts in a group": lambda: group(limit(slow(log), 0.01), limit(slow(log), 0.01)),
    }.items():
        print("# ===", name, "===")
        try:
            await make()
            print("  no error")
        except BaseException as error:
            show(error)
        print("  ", sorted(log), asyncio.current_task().cancelling())
        log.clear()


async def caught(log):
    try:
        await limit(slow(log), 0.01)
    except TimeoutError:
        log.append("caught")


asyncio.run(main())
