# wait: what it takes and what it refuses.
import asyncio


async def work():
    return 1


async def attempt(*args, **kwargs):
    try:
        done, pending = await asyncio.wait(*args, **kwargs)
        print(type(done).__name__, len(done), len(pending))
    except (TypeError, ValueError, AssertionError) as error:
        print(type(error).__name__, error)


async def main():
    task = asyncio.create_task(work())
    future = asyncio.get_running_loop().create_future()
    future.set_result(2)
    await attempt([task, future])
    await attempt((task, task))
    await attempt({task: "keys"})
    await attempt(t for t in [task])
    await attempt([])
    await attempt(task)
    coro = work()
    await attempt(coro)
    await attempt([coro, task])
    coro.close()
    await attempt([task], return_when="SOMETIMES")
    await attempt([task], return_when=None)
    await attempt([task], timeout=-1)
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)


asyncio.run(main())
