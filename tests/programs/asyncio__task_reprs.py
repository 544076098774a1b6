# The repr of a task in all its states: what it waits for, who waits for it, how it ended.
import asyncio


async def waits(future):
    return await future


async def fails():
    raise ValueError("oops")


class Own(asyncio.Task):
    pass


def show(what, task):
    print(f"{what}: {task!r}")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waits(future), name="waiter")
    show("new", task)
    await asyncio.sleep(0)
    show("waiting", task)
    outer = asyncio.create_task(waits(task), name="outer")
    await asyncio.sleep(0)
    show("awaited", task)
    show("awaiting", outer)
    outer.add_done_callback(print_nothing)
    show("with a callback", outer)
    task.cancel("a message")
    show("cancelling", task)
    show("cancelling from inside", outer)
    await asyncio.wait([outer])
    show("cancelled", task)
    task = asyncio.create_task(fails(), name="fails")
    await asyncio.wait([task])
    show("failed", task)
    task = asyncio.create_task(asyncio.sleep(0, "slept"), name="sleeps")
    await task
    print(repr(task).split(" defined at")[0], repr(task)[-15:])
    task = Own(waits(future), loop=loop, name="own")
    show("a subclass", task)
    print(await asyncio.gather(task, return_exceptions=True))
    me = asyncio.current_task()
    print("main:", repr(me).split(" cb=")[0])
    future = loop.create_future()
    print(future)
    waiting = [asyncio.create_task(waits(future), name=f"w{n}") for n in range(3)]
    await asyncio.sleep(0)
    print(future)
    future.set_result("the result")
    print(future, waiting[0])
    await asyncio.gather(*waiting)
    show("done", waiting[0])


def print_nothing(task):
    pass


asyncio.run(main())
