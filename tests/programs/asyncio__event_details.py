# Events: set and clear within one turn, waiters that are cancelled, states.
import asyncio


async def waits(event, name, log):
    try:
        log.append((name, await event.wait(), event.is_set()))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def main():
    log = []
    event = asyncio.Event()
    print(repr(event).split("[")[1], event.is_set(), event.set(), event.set(), event.is_set(), await event.wait())
    print(repr(event).split("[")[1], event.clear(), event.clear())
    tasks = [asyncio.create_task(waits(event, n, log)) for n in "abc"]
    await asyncio.sleep(0)
    print(repr(event).split("[")[1])
    tasks[0].cancel()
    event.set()
    event.clear()
    tasks[2].cancel()
    print(repr(event).split("[")[1])
    await asyncio.wait(tasks)
    print(log, repr(event).split("[")[1])
    log.clear()

    print("# === An event that is set again and again ===")

    async def follows():
        for _ in range(3):
            await event.wait()
            event.clear()
            log.append("seen")

    follower = asyncio.create_task(follows())
    for _ in range(2):
        await asyncio.sleep(0)
        event.set()
        event.set()
        log.append("set")
        await asyncio.sleep(0)
    print(log, follower.done())
    follower.cancel()

    print("# === With a time limit ===")
    event.clear()
    for limit in (0.01, 0):
        try:
            await asyncio.wait_for(event.wait(), limit)
        except TimeoutError:
            print("not set in time", repr(event).split("[")[1])
    try:
        with event:
            pass
    except TypeError as error:
        print(error)
    try:
        if event.wait():
            print("a coroutine is true, whatever the event says")
    finally:
        event.set()


import warnings

warnings.simplefilter("ignore")
asyncio.run(main())
