# Locks, conditions and semaphores taken with a limit of time, in all orders of getting and giving up.
import asyncio

log = []


async def takes(name, thing, limit, hold):
    try:
        async with asyncio.timeout(limit):
            await thing.acquire()
    except TimeoutError:
        log.append(f"{name} gives up")
        return
    log.append(f"{name} has it")
    await asyncio.sleep(hold)
    thing.release()


async def main():
    for thing in (asyncio.Lock(), asyncio.Semaphore(1), asyncio.Condition()):
        await asyncio.gather(
            takes("a", thing, 1, 0.04),
            takes("b", thing, 0.01, 0),
            takes("c", thing, 1, 0.02),
            takes("d", thing, 0.05, 0),
            takes("e", thing, None, 0),
        )
        print(type(thing).__name__, log, thing.locked())
        log.clear()

    print("# === Got and timed out in one turn ===")
    lock = asyncio.Lock()
    await lock.acquire()
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(takes("f", lock, 10, 0))
    await asyncio.sleep(0)
    lock.release()
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), lock.locked(), log)
    log.clear()
    task = asyncio.create_task(takes("g", lock, 0, 0))
    await task
    print(log, "a free lock is had at once")
    log.clear()

    print("# === wait_for of acquire ===")
    await lock.acquire()
    for limit in (0.01, 0, -1):
        try:
            await asyncio.wait_for(lock.acquire(), limit)
        except TimeoutError:
            log.append(limit)
    loop.call_later(0.01, lock.release)
    print(log, await asyncio.wait_for(lock.acquire(), 1), lock.locked())
    semaphore = asyncio.BoundedSemaphore(1)
    async with semaphore:
        try:
            async with asyncio.timeout(0.01):
                async with semaphore:
                    print("not reached")
        except TimeoutError:
            print("a semaphore is not reentrant", semaphore.locked())
    print(semaphore.locked(), repr(semaphore).split("[")[1])


asyncio.run(main())
