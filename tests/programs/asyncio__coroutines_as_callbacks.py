# Coroutine functions where a plain function belongs: what never runs, and what is said about it.
import asyncio
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *place: print(f"{category.__name__}:", message)


async def work(*args):
    print("work runs", args)


async def main():
    loop = asyncio.get_running_loop()
    print("# === call_soon ===")
    loop.call_soon(work, 1)
    await asyncio.sleep(0)
    print("# === done callback ===")
    future = loop.create_future()
    future.add_done_callback(work)
    future.set_result(None)
    await asyncio.sleep(0)
    print("# === map, sorted, filter ===")
    made = list(map(work, range(2)))
    print([type(m).__name__ for m in made])
    for coro in made:
        coro.close()
    print("# === A task of the result, as meant ===")
    loop.call_soon(lambda: asyncio.ensure_future(work("meant")))
    await asyncio.sleep(0.01)
    print("# === In a thread ===")
    result = await asyncio.to_thread(work, "in a thread")
    print(type(result).__name__)
    await result
    print("# === __init__ ===")

    class Async:
        async def __init__(self):
            self.value = 1

    try:
        Async()
    except TypeError as error:
        print(error)
    print("# === run_in_executor ===")
    result = await loop.run_in_executor(None, work, "in a pool")
    print(type(result).__name__)
    result.close()
    print("# === debug mode refuses ===")
    loop.set_debug(True)
    for call in (lambda: loop.call_soon(work), lambda: loop.call_later(1, work), lambda: loop.run_in_executor(None, work)):
        try:
            call()
        except TypeError as error:
            print(error)
    loop.set_debug(False)


asyncio.run(main())
