# A lock that is handed to a waiter which is cancelled at that very moment goes to the next one.
import asyncio

log = []


async def use(lock, name):
    try:
        async with lock:
            log.append(f"{name} holds")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main():
    for victims in ("b", "bc", "d", "bcd"):
        lock = asyncio.Lock()
        await lock.acquire()
        tasks = {n: asyncio.create_task(use(lock, n)) for n in "bcd"}
        await asyncio.sleep(0)
        print(repr(lock).split("[")[1])
        lock.release()
        print("released:", lock.locked(), repr(lock).split("[")[1])
        for name in victims:
            tasks[name].cancel()
        late = asyncio.create_task(use(lock, "late"))
        await asyncio.wait([*tasks.values(), late])
        print(victims, log, lock.locked())
        log.clear()

    print("# === Cancelled before the release ===")
    lock = asyncio.Lock()
    await lock.acquire()
    waiting = [asyncio.create_task(use(lock, n)) for n in "xy"]
    await asyncio.sleep(0)
    waiting[0].cancel()
    lock.release()
    await asyncio.wait(waiting)
    print(log, lock.locked())

    print("# === A free lock with cancelled waiters only ===")
    lock = asyncio.Lock()
    await lock.acquire()
    waiting = asyncio.create_task(use(lock, "z"))
    await asyncio.sleep(0)
    waiting.cancel()
    lock.release()
    print(await lock.acquire(), lock.locked())
    await asyncio.wait([waiting])
    lock.release()
    for _ in range(2):
        try:
            lock.release()
        except RuntimeError as error:
            print(error)


asyncio.run(main())
