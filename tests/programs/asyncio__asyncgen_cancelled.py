# Cancellation inside an asynchronous generator, and generators in timeouts and groups.
import asyncio


async def ticks(name, pause):
    n = 0
    try:
        while True:
            yield n
            n += 1
            await asyncio.sleep(pause)
    except asyncio.CancelledError:
        print(name, "cancelled after", n)
        raise
    finally:
        print(name, "closed")


async def consume(name, pause):
    async for n in ticks(name, pause):
        print(name, n)


async def main():
    print("# === The consumer is cancelled while the generator waits ===")
    task = asyncio.create_task(consume("a", 0.02))
    await asyncio.sleep(0.03)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    print("# === The consumer is cancelled in its own body ===")

    async def slow_body():
        async for n in ticks("b", 0):
            await asyncio.sleep(1)

    task = asyncio.create_task(slow_body())
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    await asyncio.sleep(0)

    print("# === A timeout around the loop ===")
    try:
        async with asyncio.timeout(0.05):
            await consume("c", 0.02)
    except TimeoutError:
        print("timeout")

    print("# === A timeout around each step ===")
    agen = ticks("d", 1)
    print(await asyncio.wait_for(anext(agen), 0.01))
    try:
        await asyncio.wait_for(anext(agen), 0.01)
    except TimeoutError:
        print("timeout")
    print(await anext(agen, "the generator has ended"))

    print("# === Two consumers of one generator ===")

    async def source():
        for n in range(4):
            yield n

    shared = source()

    async def takes(name):
        return [(name, n) async for n in shared]

    print(await asyncio.gather(takes("x"), takes("y")))

    print("# === A generator that makes a group ===")

    async def gathered():
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(asyncio.sleep(0, n)) for n in range(2)]
            for task in tasks:
                yield await task

    print([n async for n in gathered()])


asyncio.run(main())
