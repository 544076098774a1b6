# timeout and timeout_at: nesting, rescheduling, misuse.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    # === Not reached, reached ===
    async with asyncio.timeout(1) as limit:
        print(limit.expired(), limit.when() > loop.time())
    print(limit)
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit.expired(), limit)
    async with asyncio.timeout(None) as limit:
        print(limit.when(), limit)

    # === Moved ===
    async with asyncio.timeout(0.01) as limit:
        limit.reschedule(None)
        await asyncio.sleep(0.03)
        limit.reschedule(loop.time() + 1)
    print("moved in time")
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(loop.time() - 1)
            await asyncio.sleep(1)
    except TimeoutError:
        print("moved into the past")
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            print("not printed")
    except TimeoutError:
        print("zero")
    async with asyncio.timeout(0):
        print("no await, no timeout")

    # === Nested ===
    try:
        async with asyncio.timeout(0.03):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner")
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer")
    try:
        async with asyncio.timeout(0.01) as outer:
            async with asyncio.timeout(1) as inner:
                await asyncio.sleep(2)
    except TimeoutError:
        print("outer first:", outer.expired(), inner.expired())

    # === Other exceptions go through ===
    try:
        async with asyncio.timeout(0.01):
            raise KeyError("mine")
    except KeyError as error:
        print(repr(error))
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("changed") from None
    except ValueError as error:
        print(repr(error))

    # === A cancel from outside stays a cancel ===
    async def limited():
        async with asyncio.timeout(1):
            await asyncio.sleep(2)

    task = asyncio.create_task(limited())
    await asyncio.sleep(0.01)
    task.cancel("from outside")
    print(await asyncio.gather(task, return_exceptions=True))

    # === Misuse ===
    limit = asyncio.timeout(1)
    for call in (lambda: limit.reschedule(1),):
        try:
            call()
        except RuntimeError as error:
            print(error)
    async with limit:
        pass
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)
    try:
        limit.reschedule(1)
    except RuntimeError as error:
        print(error)
    try:
        with asyncio.timeout(1):
            pass
    except (TypeError, AttributeError) as error:
        print(error)
    async with asyncio.timeout_at(loop.time() + 1):
        print("at")


asyncio.run(main())
