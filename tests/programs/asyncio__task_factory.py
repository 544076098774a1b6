# A task factory of one's own: who calls it, with what, and what it may return.
import asyncio


class Counted(asyncio.Task):
    made = 0

    def __init__(self, *args, **kwargs):
        Counted.made += 1
        super().__init__(*args, **kwargs)


def factory(loop, coro, **kwargs):
    print("factory:", coro.__name__, sorted(kwargs))
    return Counted(coro, loop=loop, **kwargs)


async def work(n):
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(work(2), name="named")
    print(type(task).__name__, task.get_name(), await task)
    print(await asyncio.gather(work(3), work(4)), Counted.made)
    async with asyncio.TaskGroup() as group:
        group.create_task(work(5))
    import contextvars

    await loop.create_task(work(6), context=contextvars.copy_context())
    print(await asyncio.wait_for(work(7), 1), Counted.made)
    await asyncio.shield(work(8))
    await asyncio.ensure_future(work(9))
    print(Counted.made)
    for wrong in (5, "factory"):
        try:
            loop.set_task_factory(wrong)
        except TypeError as error:
            print(error)

    def future_factory(loop, coro, **kwargs):
        coro.close()
        future = loop.create_future()
        future.set_result("no task at all")
        future.set_name = lambda name: None
        return future

    loop.set_task_factory(lambda loop, coro, **kwargs: Counted(coro, loop=loop, eager_start=True, **kwargs))
    print(asyncio.create_task(work(10)).result())
    loop.set_task_factory(None)
    print(type(asyncio.create_task(work(1))).__name__)


asyncio.run(main())
