# Semaphores: who gets a place, who gives one back when cancelled, and overtaking.
import asyncio

log = []


async def use(semaphore, name, turns=1):
    try:
        async with semaphore:
            log.append(name)
            for _ in range(turns):
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main():
    print("# === First come, first served ===")
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(use(semaphore, n, turns) for n, turns in zip("abcde", (3, 1, 1, 2, 1))))
    print(log, semaphore)
    log.clear()

    print("# === Nobody overtakes who waits ===")
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    waiting = asyncio.create_task(use(semaphore, "waiting"))
    await asyncio.sleep(0)
    semaphore.release()
    print(semaphore.locked(), repr(semaphore).split("[")[1])
    late = asyncio.create_task(use(semaphore, "late"))
    await use(semaphore, "at once")
    await asyncio.gather(waiting, late)
    print(log)
    log.clear()

    print("# === Given and cancelled ===")
    for victims in ("b", "c", "bc"):
        semaphore = asyncio.Semaphore(0)
        tasks = {n: asyncio.create_task(use(semaphore, n)) for n in "bcd"}
        await asyncio.sleep(0)
        semaphore.release()
        for name in victims:
            tasks[name].cancel()
        await asyncio.sleep(0.01)
        print(victims, log, repr(semaphore).split("[")[1])
        semaphore.release()
        semaphore.release()
        await asyncio.wait(tasks.values())
        print(log, repr(semaphore).split("[")[1])
        log.clear()

    print("# === Many places at once ===")
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(use(semaphore, n)) for n in range(4)]
    await asyncio.sleep(0)
    for _ in range(3):
        semaphore.release()
    await asyncio.sleep(0)
    print(log, repr(semaphore).split("[")[1])
    await asyncio.gather(*tasks)
    for value in (-1, "2", None):
        try:
            asyncio.Semaphore(value)
        except (ValueError, TypeError) as error:
            print(error)
    bounded = asyncio.BoundedSemaphore(2)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error, repr(bounded).split("[")[1])


asyncio.run(main())
