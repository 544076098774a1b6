# exit: 1
# A traceback through tasks, with causes, contexts and notes.
import asyncio


async def read(name):
    await asyncio.sleep(0)
    raise FileNotFoundError(2, "No such file", name)


async def load(name):
    try:
        return await read(name)
    except OSError as error:
        error.add_note(f"while loading {name}")
        raise RuntimeError("cannot load") from error


async def with_cleanup(coro):
    try:
        return await coro
    finally:
        {}["missing"]


async def main():
    task = asyncio.create_task(load("settings"), name="loader")
    try:
        await task
    except RuntimeError as error:
        print(type(error.__cause__).__name__, error.__cause__.__notes__)
    await with_cleanup(asyncio.create_task(load("again")))


asyncio.run(main())
