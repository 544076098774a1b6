# Eager tasks: what runs before create_task returns, and what an error or a cancellation does there.
import asyncio


async def at_once(name):
    print(name, "runs, current task", asyncio.current_task().get_name())
    return name


async def waits(name):
    print(name, "starts")
    await asyncio.sleep(0)
    print(name, "goes on")
    return name


async def fails():
    raise ValueError("at once")


async def main():
    loop = asyncio.get_running_loop()
    asyncio.current_task().set_name("main")
    print("# === Lazy, then eager ===")
    lazy = asyncio.create_task(waits("lazy"), name="lazy")
    loop.set_task_factory(asyncio.eager_task_factory)
    done = asyncio.create_task(at_once("eager"), name="eager")
    print("after", done.done(), done.result(), asyncio.current_task().get_name())
    started = asyncio.create_task(waits("suspended"), name="suspended")
    print(started.done(), [task.get_name() for task in sorted(asyncio.all_tasks(), key=lambda t: t.get_name())])
    await asyncio.gather(lazy, started)

    print("# === Errors ===")
    failed = asyncio.create_task(fails())
    print(failed.done(), repr(failed.exception()))
    called = []
    failed.add_done_callback(lambda task: called.append("late callback"))
    print(called)
    await asyncio.sleep(0)
    print(called)

    print("# === Cancelled ===")
    task = asyncio.create_task(waits("doomed"))
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    async def cancels_itself():
        asyncio.current_task().cancel("itself")
        print("still running")
        await asyncio.sleep(0)
        print("not reached")

    task = asyncio.create_task(cancels_itself())
    print(task.done(), task.cancelling())
    print(await asyncio.gather(task, return_exceptions=True))

    print("# === gather and groups of eager tasks ===")
    print(await asyncio.gather(at_once("g1"), at_once("g2"), waits("g3")))
    async with asyncio.TaskGroup() as group:
        first = group.create_task(at_once("t1"))
        print("in the body", first.done())
        group.create_task(waits("t2"))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            print("the body goes on to its next await")
            await asyncio.sleep(0)
            print("not reached")
    except* ValueError as errors:
        print(errors.exceptions)


asyncio.run(main())
