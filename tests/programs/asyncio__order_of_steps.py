# In which order tasks, callbacks and awaits take their turns.
import asyncio


async def step(name, count, log):
    for n in range(count):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)


async def immediate(log):
    log.append("no await at all")


async def main():
    log = []
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(step(n, 3, log)) for n in "ab"]
    loop.call_soon(log.append, "soon")
    log.append("main first")
    await asyncio.sleep(0)
    log.append("main second")
    loop.call_soon(log.append, "later soon")
    await asyncio.gather(*tasks)
    log.append("end")
    print(log)

    log = []
    await immediate(log)
    task = asyncio.create_task(immediate(log))
    log.append("created")
    await task
    log.append("awaited")
    print(log)

    log = []
    event = asyncio.Event()

    async def waiter(n):
        await event.wait()
        log.append(f"woken {n}")

    waiters = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    log.append("set")
    await asyncio.sleep(0)
    log.append("after one turn")
    await asyncio.gather(*waiters)
    print(log)

    log = []
    future = loop.create_future()
    future.add_done_callback(lambda f: log.append("callback 1"))

    async def awaits():
        log.append(await future)

    t = asyncio.create_task(awaits())
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: log.append("callback 2"))
    future.set_result("result")
    log.append("result set")
    await t
    print(log)

    log = []

    async def chain(n):
        if n:
            await chain(n - 1)
        else:
            await asyncio.sleep(0)
        log.append(n)

    await asyncio.gather(chain(2), step("x", 2, log))
    print(log)
    log = []
    for delay in (0.02, 0, 0.01, 0):
        loop.call_later(delay, log.append, delay)
    await asyncio.sleep(0.05)
    print(log)
    log = []
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(step(n, 1, log))
        log.append("body ends")
    print(log)


asyncio.run(main())
