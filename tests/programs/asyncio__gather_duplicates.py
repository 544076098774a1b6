# gather given the same awaitable twice, futures of two kinds, and things that are no awaitables.
import asyncio


async def work(name):
    print("runs", name)
    return name


class Own:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "own"


async def main():
    loop = asyncio.get_running_loop()
    coro = work("once")
    print(await asyncio.gather(coro, coro, work("other"), coro))
    task = asyncio.create_task(work("task"))
    print(await asyncio.gather(task, Own(), task))
    ready = loop.create_future()
    ready.set_result("ready")
    print(await asyncio.gather(ready, ready))
    failed = loop.create_future()
    failed.set_exception(KeyError("failed"))
    print(await asyncio.gather(failed, ready, return_exceptions=True))

    for wrong in (1, None, work, [work]):
        try:
            await asyncio.gather(wrong)
        except TypeError as error:
            print(error)

    inner = asyncio.gather(work("x"), work("y"))
    outer = asyncio.gather(inner, work("z"))
    print(type(outer).__name__, outer.get_loop() is loop, outer.done())
    print(await outer, inner.result())

    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        await asyncio.gather(foreign, ready)
    except ValueError as error:
        print(error)
    other.close()

    async def fails(n, pause):
        await asyncio.sleep(pause)
        raise ValueError(n)

    late = asyncio.create_task(fails(2, 0.02))
    try:
        await asyncio.gather(late, fails(1, 0.01))
    except ValueError as error:
        print("first error", error, late.done())
    try:
        await late
    except ValueError as error:
        print("second error", error)


asyncio.run(main())
