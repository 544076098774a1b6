# Cancellation that travels: parents, children, shields, groups in groups.
import asyncio


async def leaf(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled:", name)
        raise


async def parent(name, children):
    try:
        await asyncio.gather(*(leaf(f"{name}.{n}") for n in range(children)))
    finally:
        print("parent ends:", name)


async def with_group(name):
    async with asyncio.TaskGroup() as group:
        group.create_task(leaf(f"{name}/1"))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(leaf(f"{name}/inner"))


async def with_timeout():
    try:
        async with asyncio.timeout(0.02):
            await parent("timed", 1)
    except TimeoutError:
        print("timed out")
    return "after the timeout"


async def protects(job):
    try:
        await asyncio.shield(job)
    except asyncio.CancelledError:
        print("outer cancelled, job goes on:", not job.done())
        return await job


async def main():
    for make in (lambda: parent("p", 2), lambda: with_group("g"), lambda: asyncio.wait_for(leaf("waited for"), 5)):
        task = asyncio.create_task(make())
        await asyncio.sleep(0.01)
        task.cancel()
        print(repr((await asyncio.gather(task, return_exceptions=True))[0]), task.cancelled())
    print(await with_timeout())
    job = asyncio.create_task(asyncio.sleep(0.03, "job result"))
    task = asyncio.create_task(protects(job))
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

    # === uncancel ===
    async def recovers():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelling:", asyncio.current_task().cancelling(), "left:", asyncio.current_task().uncancel())
        async with asyncio.timeout(0.01):
            await asyncio.sleep(0)
        return "recovered"

    task = asyncio.create_task(recovers())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    # === Two cancels, one catch ===
    async def catches_once():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("first")
        await asyncio.sleep(10)

    task = asyncio.create_task(catches_once())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    print(repr((await asyncio.gather(task, return_exceptions=True))[0]))

    # === Everything but oneself ===
    others = [asyncio.create_task(leaf(n)) for n in "xy"]
    await asyncio.sleep(0)
    for task in sorted(asyncio.all_tasks() - {asyncio.current_task()}, key=lambda task: task.get_name()):
        task.cancel("all")
    results = await asyncio.gather(*others, return_exceptions=True)
    print([type(r).__name__ for r in results])


try:
    asyncio.run(main())
finally:
    print("end")
