# Barriers: filling, passing, breaking, resetting, and tasks cancelled in front of them.
import asyncio
import re

log = []


async def passes(barrier, name):
    try:
        place = await barrier.wait()
        log.append(f"{name}:{place}")
    except asyncio.BrokenBarrierError as error:
        log.append(f"{name}:{error}")
    except asyncio.CancelledError:
        log.append(f"{name}:cancelled")
        raise


def show(barrier):
    print(re.sub(" at 0x[0-9a-f]+", "", repr(barrier)), barrier.n_waiting, barrier.parties, barrier.broken, log)
    log.clear()


async def main():
    barrier = asyncio.Barrier(3)
    show(barrier)
    tasks = [asyncio.create_task(passes(barrier, n)) for n in "abcd"]
    await asyncio.sleep(0)
    show(barrier)
    await asyncio.sleep(0.01)
    show(barrier)

    print("# === Reset ===")
    await barrier.reset()
    await asyncio.sleep(0.01)
    show(barrier)

    print("# === One is cancelled ===")
    tasks = [asyncio.create_task(passes(barrier, n)) for n in "ef"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    show(barrier)
    await asyncio.gather(passes(barrier, "g"), passes(barrier, "h"))
    show(barrier)

    print("# === Abort ===")
    tasks = [asyncio.create_task(passes(barrier, n)) for n in "ij"]
    await asyncio.sleep(0)
    await barrier.abort()
    show(barrier)
    await asyncio.gather(*tasks)
    await passes(barrier, "late")
    show(barrier)
    await barrier.reset()
    show(barrier)

    print("# === As a context ===")

    async def within(name):
        async with barrier as place:
            log.append(f"{name}:{place}")

    await asyncio.gather(*(within(n) for n in "klm"))
    show(barrier)
    for wrong in (0, -1):
        try:
            asyncio.Barrier(wrong)
        except ValueError as error:
            print(error)
    try:
        async with asyncio.timeout(0.01):
            await barrier.wait()
    except TimeoutError:
        show(barrier)
    print(await asyncio.Barrier(1).wait(), issubclass(asyncio.BrokenBarrierError, RuntimeError))


asyncio.run(main())
