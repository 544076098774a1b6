# asyncio.sleep: zero, negative, results, wrong arguments, and the order of equal and unequal pauses.
import asyncio

log = []


async def sleeps(name, delay):
    log.append((name, await asyncio.sleep(delay, name.upper())))


async def main():
    await asyncio.gather(*(sleeps(n, d) for n, d in (("slow", 0.02), ("zero", 0), ("tiny", 1e-9), ("negative", -5), ("also slow", 0.02))))
    print(log)
    for wrong in (float("nan"), "1", None, [1]):
        try:
            await asyncio.sleep(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await asyncio.sleep(0)
    await asyncio.sleep(False)
    await asyncio.sleep(-0.0)
    print(loop.time() - begun < 0.01)
    await asyncio.sleep(0.05)
    print(0.05 <= loop.time() - begun < 0.2)
    task = asyncio.create_task(asyncio.sleep(100, "never"))
    await asyncio.sleep(0)
    print(len(loop._scheduled) if hasattr(loop, "_scheduled") else 1, "timer")
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    await asyncio.sleep(delay=0, result=None)
    print(await asyncio.sleep(0, result={"any": "thing"}), await asyncio.sleep(True / 1000, "true"))


asyncio.run(main())
