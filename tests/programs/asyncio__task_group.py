# TaskGroup: the tasks of a block end with it.
import asyncio


async def work(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if error is not None:
        raise error
    return name


async def main():
    # === The block waits for all ===
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work("first", 0.02))
        second = group.create_task(work("second", 0.01), name="named")
        print(group, second.get_name())
    print(first.result(), second.result(), group)

    # === One failure cancels the rest and the block ===
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("slow", 5))
            group.create_task(work("bad", 0.01, ValueError("bad")))
            await work("the block", 5)
    except* ValueError as errors:
        print(repr(errors), errors.exceptions)
    print(asyncio.current_task().cancelling())

    # === Two failures ===
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("one", 0, ValueError("one")))
            group.create_task(work("two", 0, KeyError("two")))
    except* ValueError as errors:
        print("values", errors.exceptions)
    except* KeyError as errors:
        print("keys", errors.exceptions)

    # === A failure of the block ===
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("child", 5))
            await asyncio.sleep(0)
            raise OSError("block")
    except ExceptionGroup as error:
        print(error, error.exceptions)

    # === The parent is cancelled ===
    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("inside", 5))

    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

    # === Too early and too late ===
    for group in (asyncio.TaskGroup(), group):
        try:
            group.create_task(work("none", 0))
        except RuntimeError as error:
            print(error)

    # === One that is shutting down takes no more ===
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("bad", 0, ValueError("bad")))
            try:
                await asyncio.sleep(5)
            finally:
                try:
                    group.create_task(work("none", 0))
                except RuntimeError as error:
                    print(error)
    except ExceptionGroup as error:
        print(error.exceptions)


asyncio.run(main())
