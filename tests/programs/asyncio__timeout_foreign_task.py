# A timeout belongs to the task that entered it, not to those it waits for.
import asyncio


async def helper(name):
    try:
        await asyncio.sleep(0.05)
        return name
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def main():
    print("# === A task of one's own goes with it ===")
    task = asyncio.create_task(helper("awaited task"))
    try:
        async with asyncio.timeout(0.01):
            await task
    except TimeoutError:
        print("timeout", task.cancelled())

    print("# === A shielded one does not ===")
    task = asyncio.create_task(helper("shielded task"))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.shield(task)
    except TimeoutError:
        print("timeout", task.cancelled())
    print(await task)

    print("# === Nor does one that is only waited for ===")
    task = asyncio.create_task(helper("waited task"))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.wait([task])
    except TimeoutError:
        print("timeout", task.cancelled())
    print(await task)

    print("# === A group goes with all its tasks ===")
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(helper("one of a group"))
                group.create_task(helper("another of a group"))
    except TimeoutError as error:
        print("timeout", repr(error.__cause__))

    print("# === Rescheduled from another task ===")
    limits = []

    async def extends():
        await asyncio.sleep(0.01)
        limits[0].reschedule(asyncio.get_running_loop().time() + 1)

    extender = asyncio.create_task(extends())
    async with asyncio.timeout(0.02) as limit:
        limits.append(limit)
        print(await helper("given more time"))
    await extender


asyncio.run(main())
