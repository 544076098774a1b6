# Mistakes: blocking calls, forgotten awaits, sequential awaits.
import asyncio
import time


async def blocking(name):
    time.sleep(0.02)
    return name


async def friendly(name):
    await asyncio.sleep(0.02)
    return name


async def main():
    order = []
    asyncio.get_running_loop().call_soon(order.append, "the loop got its turn")
    order.append(await blocking("blocked"))
    order.append(await friendly("waited"))
    print(order)

    # === A coroutine is not a result ===
    forgotten = friendly("x")
    try:
        print(forgotten + "!")
    except TypeError as error:
        print(error)
    print(await forgotten + "!")
    if pending := friendly("always true"):
        print("a coroutine is true")
    pending.close()

    # === Sleeping the wrong way ===
    try:
        await time.sleep(0)
    except TypeError as error:
        print(error)
    try:
        await print("printed")
    except TypeError as error:
        print(error)

    # === Starting things too late, or not at all ===
    log = []

    async def note(n):
        log.append(n)

    coros = [note(n) for n in range(3)]
    print(log)
    for coro in coros:
        await coro
    print(log)
    tasks = [asyncio.create_task(note(n)) for n in "ab"]
    print(log)
    await asyncio.sleep(0)
    print(log, all(t.done() for t in tasks))

    # === A loop that never gives way starves the others ===
    order = []

    async def greedy():
        for n in range(3):
            order.append(f"greedy {n}")

    async def polite():
        for n in range(3):
            order.append(f"polite {n}")
            await asyncio.sleep(0)

    await asyncio.gather(polite(), greedy(), polite())
    print(order)
    try:
        for _ in [1]:
            async for x in range(2):
                pass
    except TypeError as error:
        print(error)
    lock = asyncio.Lock()
    try:
        await lock
    except TypeError as error:
        print(error)


asyncio.run(main())
