# exit: 1
# A group whose errors nobody handles: the tree of exceptions as a traceback.
import asyncio


async def divide(a, b):
    await asyncio.sleep(0)
    return a / b


async def look_up(table, key):
    try:
        return table[key]
    except KeyError as error:
        error.add_note(f"the table has {len(table)} keys")
        raise


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(divide(1, 0))
        group.create_task(divide(1, "x"))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(inner())
        group.create_task(look_up({1: 2}, "missing"))


try:
    asyncio.run(main())
except* KeyError as errors:
    print("handled", errors.exceptions)
