# gather and cancellation: of the gather, of a child, of the task that awaits it.
import asyncio


async def child(name, pause):
    try:
        await asyncio.sleep(pause)
        print(name, "done")
        return name
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def main():
    print("# === The gather itself ===")
    group = asyncio.gather(child("a", 1), child("b", 2))
    await asyncio.sleep(0)
    print(group.cancel("stop"), group.done(), group.cancelled())
    try:
        await group
    except asyncio.CancelledError as error:
        print("gather raised", error.args, group.cancelled())
    print(group.cancel())

    print("# === One child ===")
    first = asyncio.create_task(child("c", 1))
    second = asyncio.create_task(child("d", 0.02))
    group = asyncio.gather(first, second)
    await asyncio.sleep(0)
    first.cancel("only me")
    try:
        await group
    except asyncio.CancelledError as error:
        print("gather raised", error.args, "group cancelled:", group.cancelled(), second.done())
    print(await second)

    print("# === One child, exceptions returned ===")
    first = asyncio.create_task(child("e", 1))
    asyncio.get_running_loop().call_later(0.01, first.cancel, "timer")
    print(await asyncio.gather(first, child("f", 0.02), return_exceptions=True))

    print("# === The gather, exceptions returned ===")
    group = asyncio.gather(child("g", 1), child("h", 0), return_exceptions=True)
    await asyncio.sleep(0.01)
    group.cancel()
    try:
        print(await group)
    except asyncio.CancelledError as error:
        print("still raised", error.args)

    print("# === The awaiting task ===")

    async def waits():
        await asyncio.gather(child("i", 1), child("j", 1))

    task = asyncio.create_task(waits())
    await asyncio.sleep(0.01)
    task.cancel("outer")
    try:
        await task
    except asyncio.CancelledError as error:
        print("task", error.args, task.cancelled())

    print("# === Nobody ===")
    nothing = asyncio.gather()
    print(nothing, nothing.cancel(), nothing.cancelled())


asyncio.run(main())
