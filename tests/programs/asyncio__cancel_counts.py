# How many cancellations a task has seen: cancelling, uncancel and the blocks that count with them.
import asyncio


async def main():
    async def report(what):
        print(what, asyncio.current_task().cancelling())

    async def inner_timeout_while_cancelled():
        task = asyncio.current_task()
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            await report("caught")
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1)
            except TimeoutError:
                await report("a timeout in the clean-up counts for itself")
            async with asyncio.TaskGroup() as group:
                group.create_task(report("in a group's child"))
            await report("after a group")
            print("uncancel", task.uncancel())
            return "done"

    task = asyncio.create_task(inner_timeout_while_cancelled())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelling(), task.cancelled())

    async def group_that_fails_while_cancelled():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(fails())
                    await asyncio.sleep(1)
            except* ValueError:
                await report("a failing group in the clean-up")
            await asyncio.sleep(0)
            await report("and on")
            return "done"

    async def fails():
        raise ValueError

    task = asyncio.create_task(group_that_fails_while_cancelled())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling())

    async def many():
        for n in range(3):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                await report(f"number {n}")
        return asyncio.current_task().uncancel()

    task = asyncio.create_task(many())
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
    print(await task, task.cancelling())
    done = asyncio.create_task(asyncio.sleep(0))
    await done
    print(done.cancel(), done.cancelling(), done.uncancel(), done.cancelled())
    fresh = asyncio.create_task(asyncio.sleep(0, "ran"))
    fresh.cancel()
    print(fresh.uncancel(), await asyncio.gather(fresh, return_exceptions=True), fresh.cancelled())


asyncio.run(main())
