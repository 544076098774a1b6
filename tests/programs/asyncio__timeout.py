# wait_for, timeout and timeout_at: cancellation that comes out as TimeoutError.
import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()

    # === wait_for in time ===
    print(await asyncio.wait_for(work("fast", 0.01), 5))
    print(await asyncio.wait_for(work("no limit", 0.01), None))

    # === wait_for too late ===
    try:
        await asyncio.wait_for(work("slow", 5), 0.02)
    except TimeoutError as error:
        print(repr(error), "from", repr(error.__cause__))

    # === wait_for without any time ===
    try:
        await asyncio.wait_for(work("never begins", 5), 0)
    except TimeoutError as error:
        print(repr(error), "from", repr(error.__cause__))

    # === A block with a limit ===
    limit = asyncio.timeout(0.02)
    print(limit)
    try:
        async with limit:
            await work("block", 5)
        print("not reached")
    except TimeoutError as error:
        print(repr(error), limit, limit.expired(), asyncio.current_task().cancelling())

    # === In time ===
    async with asyncio.timeout(5) as limit:
        print(await work("quick", 0.01), limit.expired())
    print(limit)

    # === Moving the deadline ===
    async with asyncio.timeout(0.02) as limit:
        limit.reschedule(None)
        print(limit.when())
        await asyncio.sleep(0.04)
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(loop.time() + 0.02)
            await asyncio.sleep(5)
    except TimeoutError:
        print("moved")
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print("the block begins")
            await asyncio.sleep(5)
    except TimeoutError:
        print("it was over before")

    # === Two limits, the outer one is shorter ===
    try:
        async with asyncio.timeout(0.02):
            try:
                async with asyncio.timeout(5):
                    await asyncio.sleep(9)
            except TimeoutError:
                print("wrong")
    except TimeoutError:
        print("outer")

    # === Another exception on the way ===
    try:
        async with asyncio.timeout(0.02):
            try:
                await asyncio.sleep(5)
            finally:
                raise KeyError("clean-up")
    except KeyError as error:
        print(repr(error), "after", repr(error.__context__), "from", repr(error.__context__.__cause__))

    # === Cancelled from outside within the limit ===
    async def limited():
        async with asyncio.timeout(5):
            await asyncio.sleep(9)

    task = asyncio.create_task(limited())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())

    # === Used wrongly ===
    limit = asyncio.timeout(1)
    try:
        limit.reschedule(2)
    except RuntimeError as error:
        print(error)
    async with limit:
        try:
            async with limit:
                pass
        except RuntimeError as error:
            print(error)
    try:
        limit.reschedule(2)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
