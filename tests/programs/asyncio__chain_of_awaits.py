# Who awaits whom, read off the objects: cr_await down to the future, callbacks up to the tasks.
import asyncio


async def leaf(future):
    return await future


async def branch(future):
    return await leaf(future)


async def root(future):
    return await branch(future)


def chain(task):
    found, coro = [], task.get_coro()
    while coro is not None and hasattr(coro, "cr_await"):
        found.append(coro.__qualname__)
        coro = coro.cr_await
    return found, type(coro).__name__


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(root(future), name="root")
    print(chain(task))
    await asyncio.sleep(0)
    print(chain(task))
    second = asyncio.create_task(leaf(task), name="second")
    third = asyncio.create_task(leaf(asyncio.gather(second)), name="third")
    shielded = asyncio.create_task(leaf(asyncio.shield(task)), name="shielded")
    limited = asyncio.create_task(asyncio.wait_for(task, 5), name="limited")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for one in (second, third, shielded):
        print(one.get_name(), chain(one))
    print(repr(task).count("task_wakeup"), "tasks wait for it directly")
    sleeper = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    print(chain(sleeper))
    lock = asyncio.Lock()
    await lock.acquire()
    blocked = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(chain(blocked))
    grouped = asyncio.create_task(in_group(future))
    await asyncio.sleep(0)
    print(chain(grouped))
    future.set_result("done")
    print(await asyncio.gather(second, third, shielded, limited, grouped))
    sleeper.cancel()
    blocked.cancel()


async def in_group(future):
    async with asyncio.TaskGroup() as group:
        group.create_task(leaf(future))
        group.create_task(leaf(future))


asyncio.run(main())
