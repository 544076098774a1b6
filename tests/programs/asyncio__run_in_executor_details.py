# run_in_executor: own pools, the default one replaced, cancelled while queued, shut down.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def name_of_thread():
    return threading.current_thread().name


async def attempt(what, make):
    try:
        print(what, "->", await make())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, name_of_thread))
    with ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
        print(await loop.run_in_executor(pool, name_of_thread))
        future = loop.run_in_executor(pool, pow, 2, 5)
        print(type(future).__name__, asyncio.isfuture(future), await future)
        print("# === Cancelled while it is queued: it never runs ===")
        gate, ran = threading.Event(), []
        blocker = loop.run_in_executor(pool, gate.wait)
        queued = loop.run_in_executor(pool, ran.append, 1)
        queued.cancel()
        await asyncio.sleep(0)
        gate.set()
        print(await blocker, await asyncio.gather(queued, return_exceptions=True))
        print(await loop.run_in_executor(pool, lambda: list(ran)))
        print("# === Cancelled while it runs: the result is thrown away ===")
        gate.clear()
        running = loop.run_in_executor(pool, lambda: gate.wait() and ran.append(2))
        await asyncio.sleep(0.02)
        print(running.cancel(), running.cancelled())
        gate.set()
        print(await loop.run_in_executor(pool, lambda: list(ran)))
    await attempt("a pool that is shut down", lambda: loop.run_in_executor(pool, print))
    await attempt("keywords", lambda: loop.run_in_executor(None, print, "a", sep=""))
    await attempt("not callable", lambda: loop.run_in_executor(None, 5))
    for wrong in (5, object()):
        try:
            loop.set_default_executor(wrong)
        except TypeError as error:
            print(error)
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="default"))
    print(await asyncio.to_thread(name_of_thread))
    slow = loop.run_in_executor(None, time.sleep, 0.03)
    await loop.shutdown_default_executor()
    print("shut down", slow.done(), await slow)
    await attempt("after the shutdown", lambda: loop.run_in_executor(None, print))
    await attempt("again", loop.shutdown_default_executor)


asyncio.run(main())
