# exit: 3
# SystemExit and KeyboardInterrupt inside of a loop.
import asyncio
import sys


async def cleanup(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleans up")


async def interrupted():
    task = asyncio.create_task(cleanup("child"))
    await asyncio.sleep(0)
    raise KeyboardInterrupt


try:
    asyncio.run(interrupted())
except KeyboardInterrupt as error:
    print("caught", repr(error))


async def exits_in_task():
    async def leave():
        raise SystemExit("a message")

    task = asyncio.create_task(leave())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise


try:
    asyncio.run(exits_in_task())
except SystemExit as error:
    print("exit", error.code)


async def last():
    asyncio.create_task(cleanup("last child"))
    await asyncio.sleep(0)
    sys.exit(3)


asyncio.run(last())
