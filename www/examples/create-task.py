# Start tasks in a loop that runs already, as many as you like.

import asyncio
import time

from quara.concurrency import AsyncioThread


async def tick(name, seconds):
    count = 0
    try:
        while True:
            await asyncio.sleep(seconds)
            count += 1
            print(f"{name} {count}")
    finally:
        # Runs when the task is cancelled, too.
        print(f"{name} stops at {count}")


with AsyncioThread(name="loop") as thread:
    slow = thread.create_task_threadsafe(tick("slow", 1.25))
    fast = thread.create_task_threadsafe(tick("    fast", 0.5))
    time.sleep(1.75)
    print("enough")

# The with block has stopped the thread, and with it both tasks.
print("cancelled:", slow.cancelled(), fast.cancelled())
