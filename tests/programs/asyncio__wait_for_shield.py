# wait_for and shield in all their outcomes.
import asyncio


async def work(name, pause, result="result"):
    try:
        await asyncio.sleep(pause)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "finished")
    return result


async def stubborn(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cleans up")
        await asyncio.sleep(0.02)
        return "stubborn result"


async def failing_cleanup():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("clean-up failed")


async def main():
    # === wait_for ===
    print(await asyncio.wait_for(work("quick", 0.01), 1))
    print(await asyncio.wait_for(work("no limit", 0.01), None))
    try:
        await asyncio.wait_for(work("slow", 1), 0.01)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(stubborn("s"), 0.01))
    try:
        await asyncio.wait_for(failing_cleanup(), 0.01)
    except ValueError as error:
        print(repr(error))
    for limit in (0, -1):
        try:
            await asyncio.wait_for(work("never starts", 0), limit)
        except TimeoutError as error:
            print(repr(error))
    finished = asyncio.create_task(work("before", 0))
    await finished
    print(await asyncio.wait_for(finished, 0))
    try:
        await asyncio.wait_for(1, 1)
    except TypeError as error:
        print(error)

    # === The outer task is cancelled ===
    task = asyncio.create_task(asyncio.wait_for(work("inner", 1), 5))
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    # === shield ===
    inner = asyncio.create_task(work("shielded", 0.05))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except TimeoutError:
        print("gave up", inner.done())
    print(await inner)
    outer = asyncio.shield(inner)
    print(outer is inner, outer.done())
    inner = asyncio.create_task(work("killed inside", 1))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    print(await asyncio.gather(outer, return_exceptions=True), outer.cancelled())

    async def guarded():
        job = asyncio.create_task(work("job", 0.03))
        try:
            return await asyncio.shield(job)
        except asyncio.CancelledError:
            print("cancelled, but first", await job)
            raise

    task = asyncio.create_task(guarded())
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
