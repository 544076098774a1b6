# Run a coroutine in the thread's event loop, and wait here for what it returns.

import asyncio

from quara.concurrency import AsyncioThread


async def add(a, b):
    await asyncio.sleep(0.5)
    return a + b


with AsyncioThread(name="loop") as thread:
    # The future is here at once, long before there is a result.
    future = thread.run_threadsafe(asyncio.sleep(1))
    print("done already?", future.done())

    # result() blocks this thread (not the loop!) until the coroutine has returned.
    print("asyncio.sleep returned", future.result())

    # Two at a time. The loop sleeps for both of them at once.
    futures = [thread.run_threadsafe(add(1, 2)), thread.run_threadsafe(add(30, 40))]
    print("the sums are", [future.result() for future in futures])
