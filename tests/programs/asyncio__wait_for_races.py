# wait_for when the result, the timeout and a cancellation come close together.
import asyncio


async def stubborn(value):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        await asyncio.sleep(0.02)
        return value


async def outcome(name, coro):
    task = asyncio.create_task(coro, name=name)
    done, _ = await asyncio.wait([task])
    if task.cancelled():
        print(name, "cancelled", task.cancelling())
    else:
        print(name, repr(task.exception() or task.result()), task.cancelling())


async def main():
    loop = asyncio.get_running_loop()

    async def future_done_then_cancel():
        future = loop.create_future()
        me = asyncio.current_task()
        loop.call_soon(future.set_result, "in time")
        loop.call_soon(me.cancel)
        return await asyncio.wait_for(future, 5)

    async def cancel_then_future_done():
        future = loop.create_future()
        me = asyncio.current_task()
        loop.call_soon(me.cancel)
        loop.call_soon(lambda: future.done() or future.set_result("late"))
        try:
            return await asyncio.wait_for(future, 5)
        finally:
            print("  the future:", future)

    async def timeout_of_a_done_future():
        future = loop.create_future()
        future.set_result("was there")
        return await asyncio.wait_for(future, 0), await asyncio.wait_for(future, -5)

    async def timeout_of_a_failed_future():
        future = loop.create_future()
        future.set_exception(KeyError("failed"))
        return await asyncio.wait_for(future, 0)

    async def timeout_of_a_cancelled_future():
        future = loop.create_future()
        future.cancel("gone")
        return await asyncio.wait_for(future, 0)

    async def the_result_of_a_clean_up():
        return await asyncio.wait_for(stubborn("clean-up"), 0.01)

    async def cancelled_while_it_cleans_up():
        loop.call_later(0.02, asyncio.current_task().cancel)
        return await asyncio.wait_for(stubborn("clean-up"), 0.01)

    async def wait_for_in_wait_for():
        return await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(1, "slow"), 0.02), 0.01)

    async def inner_limit_is_shorter():
        return await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(1, "slow"), 0.01), 0.02)

    for case in (future_done_then_cancel, cancel_then_future_done, timeout_of_a_done_future, timeout_of_a_failed_future,
                 timeout_of_a_cancelled_future, the_result_of_a_clean_up, cancelled_while_it_cleans_up,
                 wait_for_in_wait_for, inner_limit_is_shorter):  # fmt: skip
        await outcome(case.__name__, case())


asyncio.run(main())
