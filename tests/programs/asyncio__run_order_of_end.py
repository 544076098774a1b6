# What asyncio.run does after main: cancels tasks, closes generators, ends the executor, in this order.
import asyncio
import threading


async def ticking():
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("1 task cancelled")
        await asyncio.sleep(0.01)
        print("2 its clean-up was waited for")
        asyncio.create_task(late())
        raise


async def late():
    try:
        await asyncio.sleep(0)
        print("never printed?")
    finally:
        print("a task made in the clean-up", asyncio.current_task().cancelling())


async def generator():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        print("3 generator closed")


def blocking(event):
    event.wait(0.05)
    print("4 thread of the executor ends")


async def main():
    asyncio.create_task(ticking())
    global kept
    kept = generator()
    await anext(kept)
    asyncio.get_running_loop().run_in_executor(None, blocking, threading.Event())
    asyncio.get_running_loop().call_later(0.5, print, "a timer that is never due")
    await asyncio.sleep(0)
    print("main ends")
    return "result"


print(asyncio.run(main()))
print([thread.name for thread in threading.enumerate()])
