# exit: 4
# sys.exit in a task ends the program with its code; main is cancelled on the way.
import asyncio
import sys


async def leaves():
    await asyncio.sleep(0.01)
    sys.exit(4)


async def main():
    task = asyncio.create_task(leaves())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise
    finally:
        print("main cleans up, the task has", repr(task.exception()))


asyncio.run(main())
