# Hundreds of tasks, callbacks and items: sums and orders stay right.
import asyncio


async def one(n, log):
    await asyncio.sleep(0)
    log.append(n)
    return n


async def main():
    log = []
    results = await asyncio.gather(*(one(n, log) for n in range(150)))
    print(sum(results), results == log, len(asyncio.all_tasks()))
    log.clear()
    async with asyncio.TaskGroup() as group:
        for n in range(50):
            group.create_task(one(n, log))
    print(log == list(range(50)))
    queue, seen = asyncio.Queue(10), []

    async def producer():
        for n in range(200):
            await queue.put(n)
        queue.shutdown()

    async def consumer():
        try:
            while True:
                seen.append(await queue.get())
        except asyncio.QueueShutDown:
            pass

    await asyncio.gather(producer(), consumer(), consumer())
    print(len(seen), seen == sorted(seen))
    calls = []
    loop = asyncio.get_running_loop()
    for n in range(500):
        loop.call_soon(calls.append, n)
    await asyncio.sleep(0)
    print(calls == list(range(500)))
    lock, counter = asyncio.Lock(), 0

    async def adds():
        nonlocal counter
        async with lock:
            before = counter
            await asyncio.sleep(0)
            counter = before + 1

    await asyncio.gather(*(adds() for _ in range(30)))
    print(counter)
    future = loop.create_future()

    async def waits():
        return await asyncio.shield(future)

    waiters = [asyncio.create_task(waits()) for _ in range(40)]
    await asyncio.sleep(0)
    future.set_result(1)
    print(sum(await asyncio.gather(*waiters)))
    chain = asyncio.create_task(asyncio.sleep(0, 0))
    for _ in range(60):
        chain = asyncio.create_task(plus_one(chain))
    print(await chain)


async def plus_one(task):
    return await task + 1


asyncio.run(main())
