# exit: 0
# Cancellations that are swallowed: by bare except, by finally with return, in loops, and what becomes of the task.
import asyncio


async def bare_except():
    try:
        await asyncio.sleep(1)
    except:
        return "swallowed by a bare except"


async def except_exception():
    try:
        await asyncio.sleep(1)
    except Exception:
        return "not reached: CancelledError is no Exception"


async def loops():
    for attempt in range(3):
        try:
            await asyncio.sleep(0.01)
            return f"attempt {attempt}"
        except BaseException as error:
            print("  again after", repr(error))


async def returns_in_finally():
    try:
        await asyncio.sleep(1)
    finally:
        return "swallowed by return in finally"


async def raises_another():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise RuntimeError("instead")


async def suppresses():
    import contextlib

    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.sleep(1)
    return "swallowed by suppress"


async def child_of_one_that_waits():
    child = asyncio.create_task(bare_except())
    await child
    return "the child has swallowed it for both"


async def main():
    for case in (bare_except, except_exception, loops, returns_in_finally, raises_another, suppresses, child_of_one_that_waits):
        task = asyncio.create_task(case())
        await asyncio.sleep(0.001)
        requested = task.cancel()
        try:
            outcome = await task
        except BaseException as error:
            outcome = repr(error)
        print(case.__name__, "|", requested, task.cancelled(), task.cancelling(), "|", outcome)

    print("# === A time limit that is swallowed ===")
    try:
        async with asyncio.timeout(0.01) as limit:
            print(await loops())
        print("no TimeoutError, although", limit.expired())
    except TimeoutError:
        print("TimeoutError")
    print(await asyncio.wait_for(bare_except(), 0.01))


asyncio.run(main())
