# What to do with a function that blocks? A coroutine must not call it: the whole loop would wait.
# run_in_executor calls it in a pool of threads, and the coroutine awaits its result.

import asyncio
import time

from quara.concurrency import AsyncioThread

thread = AsyncioThread(name="loop")


def read_book(title):
    time.sleep(1)  # No await here: this is a plain function, and it blocks its thread.
    return f"the end of {title!r}"


async def heartbeat():
    for beat in range(1, 4):
        await asyncio.sleep(0.2)
        print("the loop is alive", beat)


async def main():
    beats = await thread.create_task(heartbeat())
    print("I read ...")
    print(await thread.run_in_executor(read_book, "Moby Dick"))
    await beats


with thread:
    thread.run_threadsafe(main()).result()
