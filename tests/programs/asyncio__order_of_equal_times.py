# Callbacks, timers and tasks that are due at once: who goes first.
import asyncio

log = []


async def task(name, steps):
    for step in range(steps):
        log.append(f"{name}{step}")
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, "soon 1")
    loop.call_later(0, log.append, "later 0")
    a = asyncio.create_task(task("a", 3))
    loop.call_soon(log.append, "soon 2")
    loop.call_at(loop.time() - 1, log.append, "at past")
    b = asyncio.create_task(task("b", 3))
    loop.call_later(-5, log.append, "later -5")
    await asyncio.gather(a, b)
    print(log)
    log.clear()

    when = loop.time() + 0.01
    for name in "abcdefgh":
        loop.call_at(when, log.append, name)
    await asyncio.sleep(0.02)
    print(log)
    log.clear()

    when = loop.time() + 0.01
    handles = [loop.call_at(when, log.append, name) for name in "abcdefgh"]
    handles[0].cancel()
    handles[3].cancel()
    loop.call_at(when - 0.001, log.append, "just before")
    await asyncio.sleep(0.02)
    print(log)
    log.clear()

    def chain(n):
        log.append(n)
        if n:
            loop.call_soon(chain, n - 1)

    loop.call_soon(chain, 3)
    c = asyncio.create_task(task("c", 4))
    await c
    print(log)
    log.clear()

    future = loop.create_future()

    async def waits(name):
        log.append(f"{name} got {await future}")

    tasks = [asyncio.create_task(waits(n)) for n in "xyz"]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: log.append("callback"))
    loop.call_soon(log.append, "soon, before the result")
    future.set_result(1)
    loop.call_soon(log.append, "soon, after the result")
    await asyncio.gather(*tasks)
    print(log)


asyncio.run(main())
