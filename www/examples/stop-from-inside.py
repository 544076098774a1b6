# A task may end the thread it runs in: inside the loop, stop() is a coroutine.
#
# This is what the thread does when a signal such as Ctrl+C tells it to end: see AsyncioThread._signal_handler.

import asyncio

from quara.concurrency import AsyncioThread

thread = AsyncioThread(name="loop")


@thread.task
async def worker():
    try:
        while True:
            print("working")
            await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("tidying up ...")
        await asyncio.sleep(0.2)  # Clean-up may take its time: stop() waits for it.
        print("tidy")
        raise


@thread.task
async def watchman():
    await asyncio.sleep(1.25)
    print("closing time!")
    await thread.stop()
    print("all other tasks have ended")


thread.start()
thread.join()  # Nobody out here stops the thread, we only wait for its end.
print("the thread has ended")
