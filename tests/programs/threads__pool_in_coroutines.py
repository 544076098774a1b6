# concurrent.futures inside coroutines: which waits block the loop, and how to wait without.
import asyncio
import concurrent.futures
import time

log = []


async def ticks():
    for n in range(3):
        log.append(f"tick {n}")
        await asyncio.sleep(0.04)


def job(n, seconds=0.06):
    time.sleep(seconds)
    log.append(f"job {n}")
    return n


async def run(name, coro):
    ticker = asyncio.create_task(ticks())
    await asyncio.sleep(0)
    result = await coro
    print(name, result, log)
    await ticker
    log.clear()


async def blocking(pool):
    return pool.submit(job, 1).result()


async def wrapped(pool):
    return await asyncio.wrap_future(pool.submit(job, 1))


async def in_executor(pool):
    return await asyncio.get_running_loop().run_in_executor(pool, job, 1)


async def blocking_exit():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        future = pool.submit(job, 1)
    return future.done()


async def all_at_once(pool):
    futures = [asyncio.wrap_future(pool.submit(job, n, 0.03 * (3 - n))) for n in range(3)]
    first, *rest = [await f for f in asyncio.as_completed(futures)]
    return first, sorted(rest), await asyncio.gather(*futures)


async def main():
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        for how in (blocking, wrapped, in_executor, all_at_once):
            await run(how.__name__, how(pool))
        await run("blocking_exit", blocking_exit())
        try:
            await pool.submit(job, 1)
        except TypeError as error:
            print(error)
        future = pool.submit(asyncio.run, asyncio.sleep(0.01, "a loop of its own in a thread of the pool"))
        print(await asyncio.wrap_future(future))
        failed = await asyncio.gather(asyncio.wrap_future(pool.submit(int, "x")), return_exceptions=True)
        print(failed)


asyncio.run(main())
