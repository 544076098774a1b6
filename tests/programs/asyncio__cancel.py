# Cancelling tasks: a token that is delivered at the next step.
import asyncio


async def main():
    # === A task that lets itself be cancelled ===
    async def willing():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as error:
            print("clean up", error.args)
            raise

    task = asyncio.create_task(willing())
    await asyncio.sleep(0)
    print(task.cancel("because"), task.cancelling(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("awaiting it raises", repr(error))
    print(task.cancelled(), task.done(), task.cancel())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print(repr(error))

    # === Before its first step it never runs ===
    async def never():
        print("not reached")

    task = asyncio.create_task(never())
    task.cancel()
    await asyncio.sleep(0)
    print(task.cancelled())

    # === Swallowed ===
    async def swallows():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("no, thanks", asyncio.current_task().cancelling())
        await asyncio.sleep(0)
        return "went on"

    task = asyncio.create_task(swallows())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

    # === Taken back ===
    async def takes_back():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print(asyncio.current_task().uncancel(), asyncio.current_task().uncancel())

    task = asyncio.create_task(takes_back())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(task.cancelling())
    await task
    print(task.cancelling(), task.cancelled())

    # === A cancelled future cancels the one who waits ===
    future = asyncio.get_running_loop().create_future()

    async def waits():
        await future

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    future.cancel("the future")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled())

    # === Cancelling goes down to the innermost task ===
    async def inner():
        try:
            await asyncio.sleep(5)
        finally:
            print("inner ends")

    async def outer(child):
        try:
            await child
        finally:
            print("outer ends")

    child = asyncio.create_task(inner())
    parent = asyncio.create_task(outer(child))
    await asyncio.sleep(0.01)
    parent.cancel()
    await asyncio.wait([parent])
    print(child.cancelled(), parent.cancelled())

    # === Shielded from it ===
    async def precious():
        await asyncio.sleep(0.02)
        print("precious work is done")
        return "kept"

    work = asyncio.create_task(precious())
    shielded = asyncio.shield(work)
    await asyncio.sleep(0)
    shielded.cancel()
    try:
        await shielded
    except asyncio.CancelledError:
        print("the shield was cancelled, the work was not:", work.cancelled())
    print(await work)
    print(await asyncio.shield(work))

    # === It is no Exception ===
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)


asyncio.run(main())
