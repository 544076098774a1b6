# AsyncioThread: how it stops.
import asyncio
import concurrent.futures
import threading
import time

from quara.concurrency import AsyncioThread


async def cleans_up(name, steps):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        for step in range(steps):
            await asyncio.sleep(0.01)
            print(name, "cleans up", step)
        raise


# === Each task is cancelled once, and its clean-up is awaited ===
with AsyncioThread() as thread:
    tasks = thread.create_tasks_threadsafe(cleans_up("a", 2))
print([task.cancelled() for task in tasks], thread.is_alive())

# === From inside ===
thread = AsyncioThread()


@thread.task
async def stopper():
    await asyncio.sleep(0.01)
    print("stopping")
    await thread.stop()
    print("others have ended")


@thread.task
async def other():
    await cleans_up("other", 1)


thread.start()
thread.join()
print("joined")

# === What the signal handler does ===
thread = AsyncioThread()
thread.start()
thread.loop.call_soon_threadsafe(thread._signal_handler)
thread.join()
print(thread.is_alive())

# === The pool: what waits is cancelled, what runs is waited for ===
begun = threading.Event()


def block():
    begun.set()
    time.sleep(0.3)
    return "ran to its end"


with AsyncioThread(max_workers=1) as thread:
    running = thread.run_in_executor_threadsafe(block)
    waiting = thread.run_in_executor_threadsafe(block)
    begun.wait()
print(running.result(), waiting.cancelled())

# === Nobody waits for ever ===
with AsyncioThread() as thread:
    queue = thread.create_queue_threadsafe(start=True)
    futures = [thread.run_threadsafe(queue.get()), thread.run_threadsafe(asyncio.sleep(60))]
for future in futures:
    try:
        future.result()
    except concurrent.futures.CancelledError as error:
        print(repr(error))

# === A later stop, and stops from several threads ===
thread = AsyncioThread()
thread.start()
others = [threading.Thread(target=thread.stop_threadsafe) for _ in range(3)]
for other_thread in others:
    other_thread.start()
thread.stop_threadsafe()
for other_thread in others:
    other_thread.join()
print(thread.stop_threadsafe(), thread.is_alive())

# === Not by those it would wait for ===
with AsyncioThread() as thread:
    try:
        thread.run_in_executor_threadsafe(thread.stop_threadsafe).result()
    except RuntimeError as error:
        print(error)

# === After an error in the block ===
try:
    with AsyncioThread() as thread:
        thread.create_task_threadsafe(cleans_up("after the error", 1))
        raise KeyError("in the block")
except KeyError as error:
    print(repr(error), thread.is_alive())
