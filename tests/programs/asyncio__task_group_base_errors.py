# KeyboardInterrupt and SystemExit in tasks of a group: they leave the loop at once, and run() cleans up.
import asyncio

seen_by = []


async def waits(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        # In which order run() cancels what is left is open.
        seen_by.append((name, error.args))
        raise


async def raises(error):
    await asyncio.sleep(0)
    print("raising", repr(error))
    raise error


async def main(error):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("first"))
            group.create_task(raises(error))
            group.create_task(waits("last"))
    except BaseException as seen:
        seen_by.append(("main", repr(seen)))
        raise


for error in (SystemExit(5), KeyboardInterrupt("keys")):
    try:
        asyncio.run(main(error))
    except BaseException as seen:
        print("run raises", repr(seen), seen is error, sorted(seen_by))
        seen_by.clear()


class Rude(BaseException):
    pass


async def base():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("beside"))
            group.create_task(raises(Rude("not an Exception")))
    except BaseExceptionGroup as group:
        print(type(group).__name__, group.exceptions)


asyncio.run(base())


async def in_the_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(waits("child"))
        await asyncio.sleep(0)
        raise SystemExit("body")


try:
    asyncio.run(in_the_body())
except SystemExit as error:
    print("exit", error.code)
