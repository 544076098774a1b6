import asyncio


async def main():
    task = asyncio.current_task()
    public = [name for name in dir(task) if not name.startswith("_")]
    print(public)
    print(hasattr(task, "task_wakeup"), hasattr(task, "__step"), hasattr(asyncio.Task, "_Task__step"))
    future = asyncio.get_running_loop().create_future()
    waiter = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    wakeup = future._callbacks[0][0]
    print(future, type(wakeup).__name__, wakeup.__name__, wakeup.__qualname__, wakeup.__self__ is waiter)
    print(str(wakeup).split(" at ")[0])
    future.set_result("woken")
    print(await waiter)


async def wait(future):
    return await future


asyncio.run(main())
