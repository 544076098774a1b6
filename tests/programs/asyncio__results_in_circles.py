# What refers to itself is shown once; a task that ends as it is made keeps no coroutine; and what wait() gives is a named tuple.
import asyncio
import concurrent.futures


async def who():
    return asyncio.current_task()


async def value():
    return 3


async def fails():
    raise ValueError(1)


async def waits():
    await asyncio.sleep(0)
    return 4


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(who())
    await task
    print(repr(task).partition("result=")[2])
    own, first, second, failed = [loop.create_future() for _ in range(4)]
    own.set_result([own])
    first.set_result(second)
    second.set_result(first)
    failed.set_exception(ValueError(failed))
    print(own, first, failed, isinstance(failed.exception(), ValueError))

    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(value())
    print(task, task.get_coro(), await task)
    task = asyncio.create_task(fails())
    print(task, task.get_coro(), task.exception())
    task = asyncio.create_task(waits())
    print(task.get_coro() is None, await task, task.get_coro() is None)


asyncio.run(main())

future = concurrent.futures.Future()
future.set_result(1)
ended = concurrent.futures.wait([future])
print(isinstance(ended, tuple), ended == ({future}, set()), ended._fields, ended.done == {future}, ended[1])
