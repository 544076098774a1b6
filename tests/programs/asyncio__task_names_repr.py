# How tasks, futures and loops show themselves.
import asyncio

clean = repr


async def work():
    await asyncio.sleep(0)
    return 5


async def fail():
    raise ValueError("no")


async def main():
    task = asyncio.create_task(work(), name="named")
    print(clean(task))
    await asyncio.sleep(0)
    print("waits for" if "wait_for=" in repr(task) else "ready")
    await task
    print(clean(task))
    bad = asyncio.create_task(fail(), name="bad")
    await asyncio.wait([bad])
    print(clean(bad))
    gone = asyncio.create_task(work(), name="gone")
    gone.cancel()
    await asyncio.wait([gone])
    print(clean(gone))
    auto = asyncio.create_task(work())
    print(auto.get_name().startswith("Task-"), str(auto) == repr(auto))
    await auto
    future = asyncio.get_running_loop().create_future()
    print(clean(future))
    future.add_done_callback(print_done)
    print(clean(future))
    future.set_result([1])
    print(clean(future))
    await asyncio.sleep(0)
    failed = asyncio.Future()
    failed.set_exception(KeyError("k"))
    print(clean(failed), repr(failed.exception()))
    cancelled = asyncio.Future()
    cancelled.cancel()
    print(clean(cancelled))
    long = asyncio.Future()
    long.set_result("x" * 200)
    print(len(repr(long)) < 120)


def print_done(future):
    print("callback", future.result())


asyncio.run(main())
