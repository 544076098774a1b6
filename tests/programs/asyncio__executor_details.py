# Blocking functions in threads: run_in_executor and to_thread.
import asyncio
import contextvars
import threading
import time
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")


def block(seconds, result=None):
    time.sleep(seconds)
    if isinstance(result, Exception):
        raise result
    return result


def where():
    return threading.current_thread() is threading.main_thread(), user.get()


async def main():
    loop = asyncio.get_running_loop()

    # === The loop goes on meanwhile ===
    async def tick():
        for n in range(3):
            print("tick", n)
            await asyncio.sleep(0.02)

    ticking = asyncio.create_task(tick())
    print(await loop.run_in_executor(None, block, 0.05, "blocked"))
    await ticking

    # === Contexts are carried by to_thread only ===
    user.set("ada")
    print(where(), await asyncio.to_thread(where), await loop.run_in_executor(None, where))

    # === Arguments and exceptions ===
    print(await asyncio.to_thread(sorted, [3, 1, 2], reverse=True), await asyncio.to_thread(lambda: 5))
    for call in (asyncio.to_thread(block, 0, KeyError("in thread")), loop.run_in_executor(None, block, 0, OSError("no"))):
        try:
            await call
        except (KeyError, OSError) as error:
            print(repr(error))
    try:
        await asyncio.to_thread(5)
    except TypeError as error:
        print(error)

    # === A pool of one's own ===
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="own") as pool:
        started = [loop.run_in_executor(pool, block, 0.01, n) for n in range(3)]
        print(await asyncio.gather(*started), await loop.run_in_executor(pool, lambda: threading.current_thread().name))
    try:
        await loop.run_in_executor(pool, block, 0)
    except RuntimeError as error:
        print(error)

    # === Cancelling does not stop the thread ===
    done = threading.Event()

    def slow():
        time.sleep(0.03)
        done.set()

    task = asyncio.create_task(asyncio.to_thread(slow))
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), done.is_set())
    await asyncio.sleep(0.05)
    print(done.is_set())

    # === Back into the loop ===
    def from_thread():
        return asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "from the loop"), loop).result(1)

    print(await asyncio.to_thread(from_thread))
    event = asyncio.Event()
    threading.Timer(0.01, loop.call_soon_threadsafe, [event.set]).start()
    print(await event.wait())
    loop.set_default_executor(ThreadPoolExecutor(2, "default"))
    print((await asyncio.to_thread(lambda: threading.current_thread().name)))
    try:
        loop.set_default_executor("pool")
    except TypeError as error:
        print(error)


asyncio.run(main())
