# as_completed as an asynchronous iterator gives the very tasks; as an iterator it gives coroutines.
import asyncio
import inspect


async def work(name, pause, error=None):
    await asyncio.sleep(pause)
    if error:
        raise error
    return name


async def main():
    tasks = {asyncio.create_task(work(n, p), name=n) for n, p in (("slow", 0.03), ("fast", 0.01), ("middle", 0.02))}
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.get_name(), task.done(), task.result())

    print("# === Coroutines become new tasks ===")
    async for task in asyncio.as_completed([work("x", 0.01), work("y", 0)]):
        print(type(task).__name__, await task)

    print("# === Errors come when the task is awaited ===")
    async for task in asyncio.as_completed([work("bad", 0, KeyError("k")), work("good", 0.01)]):
        try:
            print(await task)
        except KeyError as error:
            print("error", error)

    print("# === Plain iteration ===")
    for number, coro in enumerate(asyncio.as_completed([work("p", 0.02), work("q", 0.01)])):
        print(number, inspect.iscoroutine(coro), await coro)

    print("# === Not awaited at once ===")
    coros = list(asyncio.as_completed([work("one", 0.02), work("two", 0.01), work("three", 0.03)]))
    print(len(coros), await coros[2], await coros[0], await coros[1])

    print("# === The same one twice ===")
    task = asyncio.create_task(work("same", 0))
    print([await c for c in asyncio.as_completed([task, task])])
    print([t async for t in asyncio.as_completed([])], list(asyncio.as_completed([])))


asyncio.run(main())
