# Blocking functions beside the loop, and calls into the loop from other threads.
import asyncio
import concurrent.futures
import threading
import time


def block(seconds, value):
    time.sleep(seconds)
    return value, threading.current_thread().name.rpartition("_")[0]


async def main():
    loop = asyncio.get_running_loop()

    # === The default executor ===
    print(await loop.run_in_executor(None, block, 0.01, "value"))
    print(await asyncio.to_thread(block, 0.01, value="keyword"))

    # === The loop goes on meanwhile ===
    future = loop.run_in_executor(None, block, 0.5, "slow")
    for beat in range(3):
        await asyncio.sleep(0.05)
        print("beat", beat, future.done())
    print((await future)[0])

    # === Exceptions come back ===
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)

    # === An executor of one's own ===
    with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
        print(await loop.run_in_executor(pool, block, 0, "own"))
        running = loop.run_in_executor(pool, block, 0.2, "running")
        queued = loop.run_in_executor(pool, block, 0, "queued")
        await asyncio.sleep(0.01)
        print(queued.cancel(), queued.cancelled())
        print((await running)[0])

    # === From another thread: run_coroutine_threadsafe ===
    async def add(a, b):
        await asyncio.sleep(0.01)
        return a + b

    def caller():
        future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
        print("a", type(future).__module__.partition(".")[0], "future:", future.result())
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
        try:
            future.result(timeout=0.1)
        except TimeoutError as error:
            print(repr(error), future.cancel())
        try:
            asyncio.run_coroutine_threadsafe("no coroutine", loop)
        except TypeError as error:
            print(error)

    await asyncio.to_thread(caller)

    # === From another thread: call_soon_threadsafe ===
    event = asyncio.Event()
    thread = threading.Thread(target=lambda: (time.sleep(0.02), loop.call_soon_threadsafe(event.set)))
    thread.start()
    print(await event.wait())
    thread.join()

    # === Awaiting a concurrent future ===
    concurrent_future = concurrent.futures.Future()
    threading.Timer(0.02, concurrent_future.set_result, ["wrapped"]).start()
    print(await asyncio.wrap_future(concurrent_future))


asyncio.run(main())
