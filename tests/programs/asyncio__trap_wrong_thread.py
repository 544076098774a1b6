# What another thread does to a loop: call_soon goes unnoticed, call_soon_threadsafe wakes it.
import asyncio
import threading
import time


def thread_of(function, *args):
    thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()

    def took():
        return "soon" if loop.time() - started < 0.4 else "late"

    print("# === Safe ===")
    future = loop.create_future()
    thread = thread_of(lambda: (time.sleep(0.1), loop.call_soon_threadsafe(future.set_result, "safe")))
    print(await future, took())
    thread.join()

    print("# === Unsafe: seen when something else wakes the loop ===")
    started = loop.time()
    future = loop.create_future()
    loop.call_later(0.5, lambda: None)
    thread = thread_of(lambda: (time.sleep(0.1), future.set_result("unsafe")))
    print(await future, took())
    thread.join()

    print("# === No loop there ===")

    def elsewhere():
        for call in (asyncio.get_running_loop, lambda: asyncio.create_task(None), lambda: asyncio.timeout(1), asyncio.Queue().get_nowait):
            try:
                call()
            except Exception as error:
                print(type(error).__name__, error)

    thread_of(elsewhere).join()

    print("# === In debug mode it is an error ===")
    loop.set_debug(True)

    def refused():
        for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print)):
            try:
                call()
            except RuntimeError as error:
                print(error)
        print(type(loop.call_soon_threadsafe(lambda: None)).__name__)

    thread_of(refused).join()
    loop.set_debug(False)


asyncio.run(main())
