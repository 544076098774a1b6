# Two timeouts at once, and cancellation beside a timeout: who turns CancelledError into TimeoutError.
import asyncio


async def report(name, coro):
    task = asyncio.create_task(coro)
    try:
        print(name, "->", await task)
    except BaseException as error:
        print(name, "->", repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__))
    print("   cancelling", task.cancelling(), "cancelled", task.cancelled())


async def both_expire():
    async with asyncio.timeout(0.01) as outer:
        try:
            async with asyncio.timeout(0.01) as inner:
                await asyncio.sleep(1)
        finally:
            print(outer.expired(), inner.expired())


async def outer_expires_in_cleanup_of_inner():
    async with asyncio.timeout(0.03):
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            finally:
                await asyncio.sleep(1)


async def swallows():
    async with asyncio.timeout(0.01) as limit:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            pass
    return "swallowed", limit.expired()


async def cancelled_and_expired():
    task = asyncio.current_task()
    async with asyncio.timeout(0.01):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            task.cancel("mine too")
            await asyncio.sleep(1)


async def cancelled_before_it_expires():
    asyncio.get_running_loop().call_soon(asyncio.current_task().cancel, "early")
    async with asyncio.timeout(0.01):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            await asyncio.sleep(1)


async def raises_in_cleanup():
    async with asyncio.timeout(0.01):
        try:
            await asyncio.sleep(1)
        finally:
            raise KeyError("in the clean-up")


async def main():
    for how in (both_expire, outer_expires_in_cleanup_of_inner, swallows, cancelled_and_expired, cancelled_before_it_expires, raises_in_cleanup):
        await report(how.__name__, how())


asyncio.run(main())
