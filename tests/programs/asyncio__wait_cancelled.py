# wait: a timeout cancels nothing, and neither does a cancellation of the waiter.
import asyncio


async def work(name, pause):
    try:
        await asyncio.sleep(pause)
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    tasks = [asyncio.create_task(work(n, p), name=n) for n, p in (("a", 0.01), ("b", 0.04), ("c", 5))]
    done, pending = await asyncio.wait(tasks, timeout=0.02)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks, timeout=0)
    print("no time:", names(done), names(pending))

    waiter = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.sleep(0)
    waiter.cancel()
    print(await asyncio.gather(waiter, return_exceptions=True), [task.done() for task in tasks])

    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("already one done:", names(done), names(pending))
    tasks[1].cancel()
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION, timeout=0.01)
    print("a cancelled one is no exception:", names(done), names(pending))

    async def fails():
        raise OSError("broken")

    failing = asyncio.create_task(fails(), name="f")
    done, pending = await asyncio.wait([failing, tasks[2]], return_when="FIRST_EXCEPTION")
    print(names(done), names(pending), repr(failing.exception()))
    tasks[2].cancel()
    done, pending = await asyncio.wait(tasks)
    print(names(done), [task.cancelled() for task in tasks])


asyncio.run(main())
