# A loop in a daemon, with tasks in the program's names: all stay as they are when the program ends, and nothing is told.
import asyncio
import threading


class Noisy:
    def __del__(self):
        print("it ends")


async def fails():
    raise ValueError("nobody asks")


async def waits():
    try:
        await asyncio.sleep(100)
    finally:
        print("finally")


async def main():
    global failed, waiting, coroutine
    failed = asyncio.create_task(fails())
    waiting = asyncio.create_task(waits())
    coroutine = waits()
    await asyncio.sleep(0.01)
    ready.set()
    await asyncio.sleep(100)


def run():
    asyncio.run(main())


ready = threading.Event()
threading.Thread(target=run, daemon=True).start()
ready.wait()
name = Noisy()
print("the program ends")
