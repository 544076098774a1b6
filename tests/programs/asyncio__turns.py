# One turn of a loop: what is ready when it begins runs, what is added waits for the next.
import asyncio

log = []


async def main():
    loop = asyncio.get_running_loop()

    def add(name, depth):
        log.append(name)
        if depth:
            loop.call_soon(add, f"{name}.", depth - 1)

    add("a", 2)
    add("b", 2)
    loop.call_soon(log.append, "c")
    for turn in range(4):
        await asyncio.sleep(0)
        log.append(f"|{turn}|")
    print(log)
    log.clear()

    print("# === Timers that are due join behind what is ready ===")
    loop.call_later(0.01, log.append, "timer")
    loop.call_later(0.01, lambda: loop.call_soon(log.append, "soon of a timer"))
    import time

    time.sleep(0.02)
    loop.call_soon(log.append, "soon")
    await asyncio.sleep(0)
    log.append("main")
    await asyncio.sleep(0)
    log.append("main")
    print(log)
    log.clear()

    print("# === Cancelled before its turn ===")
    handles = [loop.call_soon(log.append, n) for n in range(4)]
    loop.call_soon(handles[0].cancel)
    handles[1].cancel()
    first = loop.call_soon(lambda: last.cancel())
    last = loop.call_soon(log.append, "cancelled by the one before")
    await asyncio.sleep(0)
    print(log, first.cancelled(), last.cancelled())
    log.clear()

    print("# === A task's steps and callbacks take turns ===")

    async def task(name):
        for n in range(3):
            log.append(f"{name}{n}")
            loop.call_soon(log.append, f"{name} callback {n}")
            await asyncio.sleep(0)

    await asyncio.gather(task("x"), task("y"))
    print(log)


asyncio.run(main())
