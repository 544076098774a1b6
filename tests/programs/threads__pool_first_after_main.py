# The module of the thread pool is imported by who first asks for the pool. When the main thread has ended that is too late.
import asyncio
import atexit
import concurrent.futures
import threading
import time


def attempt(what):
    try:
        print(what())
    except RuntimeError as error:
        print("RuntimeError:", error)


async def to_thread():
    return await asyncio.to_thread(lambda: 4)


async def in_executor():
    return await asyncio.get_running_loop().run_in_executor(None, lambda: 4)


def in_pool():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return pool.submit(lambda: 4).result()


def work():
    time.sleep(0.05)
    attempt(lambda: asyncio.run(to_thread()))
    attempt(lambda: asyncio.run(in_executor()))
    attempt(in_pool)
    attempt(lambda: threading._register_atexit(print))


threading.Thread(target=work).start()
atexit.register(attempt, in_pool)
atexit.register(attempt, lambda: asyncio.run(to_thread()))
print("ThreadPoolExecutor" in vars(concurrent.futures))
print("the program ends")
