# The message given to cancel(): where it shows up and where it is lost.
import asyncio


async def sleeper():
    await asyncio.sleep(1)


async def middle():
    await asyncio.create_task(sleeper())


async def swaps():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise asyncio.CancelledError("another message")


async def caught(awaitable):
    try:
        await awaitable
    except asyncio.CancelledError as error:
        return error.args


async def main():
    for maker in (sleeper, middle, swaps):
        task = asyncio.create_task(maker())
        await asyncio.sleep(0.01)
        task.cancel("first message")
        print(maker.__name__, await caught(task), await caught(task), task._cancel_message)
        for ask in (task.result, task.exception):
            try:
                ask()
            except asyncio.CancelledError as error:
                print("  ", error.args)

    task = asyncio.create_task(sleeper())
    task.cancel(msg=("a", "tuple"))
    print(await caught(task))
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel("early")
    task.cancel("late")
    print(await caught(task))
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel("with message")
    task.cancel()
    print(await caught(task))

    future = asyncio.get_running_loop().create_future()
    future.cancel("to a future")
    print(await caught(future), await caught(future), future)
    group = asyncio.gather(sleeper(), sleeper())
    await asyncio.sleep(0)
    group.cancel("to a gather")
    print(await caught(group))
    task = asyncio.create_task(asyncio.wait_for(sleeper(), 1))
    await asyncio.sleep(0)
    task.cancel("to a wait_for")
    print(await caught(task))
    task = asyncio.create_task(asyncio.wait([asyncio.create_task(sleeper())], timeout=0.05))
    await asyncio.sleep(0)
    task.cancel("to a wait")
    print(await caught(task))


asyncio.run(main())
