# More than a hundred timers, most of them cancelled: the rest come in order.
import asyncio
import random

log = []


async def main():
    loop = asyncio.get_running_loop()
    random.seed(7)
    now = loop.time()
    delays = [random.randrange(1, 60) for _ in range(300)]
    handles = [loop.call_at(now + delay / 1000, log.append, delay) for delay in delays]
    for number, handle in enumerate(handles):
        if number % 5:
            handle.cancel()
    await asyncio.sleep(0.1)
    kept = delays[::5]
    print(len(log), log == sorted(kept), len(set(log)))
    log.clear()

    print("# === Timers that cancel others ===")
    now = loop.time()
    group = [loop.call_at(now + 0.01 + n / 1000, log.append, n) for n in range(10)]
    loop.call_at(now + 0.005, lambda: [handle.cancel() for handle in group[::2]])
    await asyncio.sleep(0.05)
    print(log)
    log.clear()

    print("# === Timers that set timers ===")

    def again(n):
        log.append(n)
        if n:
            loop.call_later(0.001, again, n - 1)

    again(5)
    await asyncio.sleep(0.05)
    print(log)
    log.clear()
    tasks = [asyncio.create_task(asyncio.sleep(n / 1000, n)) for n in (5, 1, 4, 2, 3)]
    for task in asyncio.as_completed(tasks):
        log.append(await task)
    print(log)
    sleepers = [asyncio.create_task(asyncio.sleep(10)) for _ in range(200)]
    await asyncio.sleep(0)
    for sleeper in sleepers:
        sleeper.cancel()
    await asyncio.wait(sleepers)
    print(sum(s.cancelled() for s in sleepers))


asyncio.run(main())
