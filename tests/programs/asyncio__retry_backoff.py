# Retrying with growing pauses, a limit in time, and only for some errors.
import asyncio


class Unavailable(Exception):
    pass


def flaky(failures, error=Unavailable):
    calls = 0

    async def call():
        nonlocal calls
        calls += 1
        await asyncio.sleep(0.001)
        if calls <= failures:
            raise error(f"call {calls}")
        return f"ok after {calls}"

    return call


async def retry(call, *, tries=4, first=0.01, factor=2, on=(Unavailable,)):
    pause = first
    errors = []
    for attempt in range(1, tries + 1):
        try:
            return await call()
        except on as error:
            errors.append(error)
            print(f"  attempt {attempt}: {error}; next in {pause:.2f}")
            if attempt < tries:
                await asyncio.sleep(pause)
                pause = min(pause * factor, 0.05)
    raise ExceptionGroup("all attempts failed", errors)


async def main():
    print(await retry(flaky(0)))
    print(await retry(flaky(2)))
    try:
        await retry(flaky(9), tries=3)
    except* Unavailable as group:
        print(group.message, [str(e) for e in group.exceptions])
    try:
        await retry(flaky(1, KeyError))
    except KeyError as error:
        print("not retried:", error)
    try:
        async with asyncio.timeout(0.025):
            await retry(flaky(99), tries=99)
    except TimeoutError:
        print("out of time")
    results = await asyncio.gather(retry(flaky(1)), retry(flaky(9), tries=1), return_exceptions=True)
    print([type(r).__name__ for r in results])
    task = asyncio.create_task(retry(flaky(99), first=1))
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
