# What leaves a TaskGroup when its body, its children and its owner's cancellation meet.
import asyncio


async def fails(error, pause=0):
    await asyncio.sleep(pause)
    raise error


async def fails_when_cancelled(error):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise error


async def outcome(name, coro, cancel_after=None):
    task = asyncio.create_task(coro)
    if cancel_after is not None:
        await asyncio.sleep(cancel_after)
        task.cancel(f"cancel {name}")
    await asyncio.wait([task])
    if task.cancelled():
        try:
            task.result()
        except asyncio.CancelledError as error:
            print(name, "cancelled", error.args, task.cancelling())
    else:
        error = task.exception()
        print(name, repr(error), getattr(error, "exceptions", None), task.cancelling())


async def body_and_child():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(KeyError("child")))
        await asyncio.sleep(0)
        raise ValueError("body")


async def body_fails_children_fail_in_cleanup():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails_when_cancelled(KeyError("one")))
        await asyncio.sleep(0)
        raise ValueError("body")


async def cancelled_in_the_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
        await asyncio.sleep(1)


async def cancelled_while_exiting():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))


async def cancelled_and_a_child_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails_when_cancelled(KeyError("in clean-up")))


async def child_fails_then_cancelled():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(KeyError("child"), 0.005))
        group.create_task(slow_cleanup())


async def slow_cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.02)


async def child_cancels_itself():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(asyncio.CancelledError("myself")))
    print("no error for", group)


async def body_raises_cancelled():
    async with asyncio.TaskGroup():
        raise asyncio.CancelledError("from the body")


async def main():
    await outcome("body and child", body_and_child())
    await outcome("all fail", body_fails_children_fail_in_cleanup())
    await outcome("body", cancelled_in_the_body(), 0.01)
    await outcome("exit", cancelled_while_exiting(), 0.01)
    await outcome("child in clean-up", cancelled_and_a_child_fails(), 0.01)
    await outcome("child first", child_fails_then_cancelled(), 0.01)
    await outcome("child itself", child_cancels_itself())
    await outcome("raised in body", body_raises_cancelled())


asyncio.run(main())
