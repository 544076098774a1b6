# Locks: order, errors, cancellation while waiting, reprs.
import asyncio


async def main():
    # === States ===
    lock = asyncio.Lock()
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    for wrong in ("with lock: pass", "lock.acquire(1)"):
        try:
            exec(wrong, {"lock": lock})
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)

    # === First come, first served ===
    async def use(name, hold):
        async with lock:
            print(name, "has it")
            await asyncio.sleep(hold)

    tasks = [asyncio.create_task(use(n, 0.01)) for n in "abcd"]
    await asyncio.sleep(0)
    print(repr(lock).split('[')[1], sum(not t.done() for t in tasks))
    tasks[2].cancel()
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])

    # === Nobody overtakes ===
    await lock.acquire()
    waiter = asyncio.create_task(use("waiter", 0))
    await asyncio.sleep(0)
    lock.release()
    print("free?", lock.locked())
    late = asyncio.create_task(use("late", 0))
    await asyncio.gather(waiter, late)

    # === Released when the body fails ===
    try:
        async with lock:
            raise KeyError("inside")
    except KeyError:
        print(lock.locked())

    # === Cancelled in the very moment of getting it ===
    await lock.acquire()
    first, second = asyncio.create_task(use("first", 0)), asyncio.create_task(use("second", 0))
    await asyncio.sleep(0)
    lock.release()
    first.cancel()
    print([type(r).__name__ for r in await asyncio.gather(first, second, return_exceptions=True)], lock.locked())

    # === A timeout leaves the line in order ===
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
    except TimeoutError:
        print("waited too long")
    lock.release()
    print(await asyncio.wait_for(lock.acquire(), 0.01))


asyncio.run(main())
