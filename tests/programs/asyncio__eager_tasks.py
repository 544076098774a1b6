# Tasks that take their first step at once.
import asyncio
import contextvars

name = contextvars.ContextVar("name", default="none")


async def quick(n):
    print("quick", n, asyncio.current_task().get_name())
    return n * 2


async def slow(n):
    print("slow starts", n)
    await asyncio.sleep(0.01)
    print("slow ends", n)
    return n


async def fails():
    print("fails at once")
    raise ValueError("eager")


async def sets():
    name.set("inside")
    await asyncio.sleep(0)
    return name.get()


async def main():
    loop = asyncio.get_running_loop()

    # === One by one ===
    task = asyncio.Task(quick(1), loop=loop, eager_start=True, name="eager")
    print("made", task.done(), task.result(), asyncio.current_task().get_name())
    lazy = asyncio.Task(quick(2), loop=loop, name="lazy")
    print("made", lazy.done(), await lazy)

    # === By a factory ===
    loop.set_task_factory(asyncio.eager_task_factory)
    one, two = asyncio.create_task(slow(1)), asyncio.create_task(quick(3))
    print("made", one.done(), two.done(), len(asyncio.all_tasks()))
    print(await asyncio.gather(one, two))
    bad = asyncio.create_task(fails())
    print(bad.done(), repr(bad.exception()))
    try:
        await bad
    except ValueError as error:
        print(error)
    print(await asyncio.create_task(sets()), name.get())
    async with asyncio.TaskGroup() as group:
        results = [group.create_task(quick(n)) for n in range(2)]
        print([r.done() for r in results])

    # === Cancelling ===
    task = asyncio.create_task(slow("cancelled"))
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    # === Nested ===
    async def outer():
        print("outer", asyncio.current_task().get_name())
        inner = asyncio.create_task(slow("inner"), name="inner")
        print("back in", asyncio.current_task().get_name())
        return await inner

    print(await asyncio.create_task(outer(), name="outer"))
    factory = asyncio.create_eager_task_factory(asyncio.Task)
    print(factory(loop, quick(9), name="by hand").result())
    loop.set_task_factory(None)
    print(asyncio.create_task(quick(10)).done(), loop.get_task_factory())
    await asyncio.sleep(0)


asyncio.run(main())
