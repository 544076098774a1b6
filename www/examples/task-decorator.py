# A task that works until the thread stops.
#
# The decorator only remembers the function. Its task starts together with the thread, and is cancelled with it.

import asyncio
import time

from quara.concurrency import AsyncioThread

thread = AsyncioThread(name="loop")


@thread.task
async def worker():
    """Pretend to work every half second. A real task would read from a socket, or from a queue."""
    while True:
        print("Doing some work")
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError:
            # Cancelling raises this exception at the await. Here is the place to tidy up,
            # and then to leave: without the break the task would just go on.
            print("Bye bye")
            break


thread.start()
time.sleep(1)  # Blocks the main thread only: the loop has a thread of its own.
thread.stop_threadsafe()  # Returns when the task has said goodbye.
print("The thread has stopped")
