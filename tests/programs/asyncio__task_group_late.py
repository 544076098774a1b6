# create_task of a group: during the exit, after it, while it shuts down, before it began.
import asyncio


async def work(name):
    print("works", name)


async def adds(group, names):
    await asyncio.sleep(0)
    for name in names:
        group.create_task(work(name))
    print("added", names)


async def adds_while_cancelled(group):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        coro = work("too late")
        try:
            group.create_task(coro)
        except RuntimeError as error:
            print(error)
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(adds(group, "ab"))
        print(group)
    print(group)
    for use in (group, asyncio.TaskGroup()):
        coro = work("never")
        try:
            use.create_task(coro)
        except RuntimeError as error:
            print(error, coro.cr_frame)
        coro.close()

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(adds_while_cancelled(group))
            await asyncio.sleep(0)
            print(group)
            raise KeyError("end")
    except* KeyError as errors:
        print(errors.exceptions, group)

    group = asyncio.TaskGroup()
    async with group:
        try:
            async with group:
                pass
        except RuntimeError as error:
            print(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(5)
    except* TypeError as errors:
        print(errors.exceptions)
    except* AttributeError as errors:
        print(errors.exceptions)
    for wrong in (lambda: asyncio.TaskGroup(1), lambda: asyncio.TaskGroup().create_task()):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
