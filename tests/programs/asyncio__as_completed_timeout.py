# as_completed: running out of time in both ways of iterating, leaving early, refusals.
import asyncio


async def work(name, pause):
    try:
        await asyncio.sleep(pause)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    return name


async def main():
    print("# === Plain ===")
    slow = asyncio.create_task(work("slow", 0.06))
    try:
        for coro in asyncio.as_completed([slow, work("quick", 0.01)], timeout=0.03):
            print(await coro)
    except TimeoutError as error:
        print("timeout", error.args, slow.done())
    print(await slow)

    print("# === Asynchronous ===")
    slow = asyncio.create_task(work("slow", 0.06))
    try:
        async for task in asyncio.as_completed([slow, work("quick", 0.01)], timeout=0.03):
            print(task.result())
    except TimeoutError as error:
        print("timeout", error.args, slow.done())
    slow.cancel()
    await asyncio.sleep(0)

    print("# === Left after the first ===")
    tasks = [asyncio.create_task(work(n, p)) for n, p in (("a", 0.01), ("b", 0.03))]
    async for task in asyncio.as_completed(tasks):
        print(task.result())
        break
    print([task.done() for task in tasks], await tasks[1])

    print("# === The timeout comes while the body works ===")
    async for task in asyncio.as_completed([work("c", 0.01)], timeout=0.02):
        await asyncio.sleep(0.04)
        print("in time after all", task.result())

    print("# === Refused ===")
    single = work("single", 0)
    for wrong in (single, 5, [5]):
        try:
            for coro in asyncio.as_completed(wrong):
                print(coro)
        except TypeError as error:
            print(error)
    single.close()


asyncio.run(main())
