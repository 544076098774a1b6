# Cancellation as it is met in programs.
import asyncio


async def main():
    # === Cleaning up ===
    async def job(name):
        print(name, "starts")
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            print(name, "cancelled", error.args)
            raise
        finally:
            await asyncio.sleep(0.01)
            print(name, "cleaned up")

    task = asyncio.create_task(job("a"))
    await asyncio.sleep(0)
    task.cancel("stop it")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args)

    # === Before the first step ===
    task = asyncio.create_task(job("never started"))
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    # === Swallowed ===
    async def immune():
        for _ in range(3):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("ignored")
        return "survived"

    task = asyncio.create_task(immune())
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
    await asyncio.sleep(0)
    print(await task, task.cancelled(), task.cancelling())

    # === A chain: the innermost is told ===
    async def third():
        try:
            await asyncio.sleep(1)
        finally:
            print("third")

    async def second():
        try:
            await third()
        finally:
            print("second")

    async def first():
        try:
            await second()
        except asyncio.CancelledError:
            print("first")
            raise

    task = asyncio.create_task(first())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

    # === Itself ===
    async def suicidal():
        asyncio.current_task().cancel("self")
        print("still here")
        await asyncio.sleep(0)
        print("not here")

    print(await asyncio.gather(asyncio.create_task(suicidal()), return_exceptions=True))

    async def raises():
        raise asyncio.CancelledError("by hand")

    task = asyncio.create_task(raises())
    print(await asyncio.gather(task, return_exceptions=True), task.cancelled())

    # === Waiting for a cancelled task when oneself is cancelled ===
    async def waits_for(other):
        try:
            await other
        except asyncio.CancelledError:
            print("other cancelled:", other.cancelled(), "me:", asyncio.current_task().cancelling())

    other = asyncio.create_task(job("other"))
    waiter = asyncio.create_task(waits_for(other))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    other.cancel()
    await waiter
    other = asyncio.create_task(job("other 2"))
    waiter = asyncio.create_task(waits_for(other))
    await asyncio.sleep(0.01)
    waiter.cancel()
    await waiter
    print(other.cancelled())


asyncio.run(main())
