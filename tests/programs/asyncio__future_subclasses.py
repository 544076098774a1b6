# Subclasses of Future and Task: overridden methods are the ones that are called.
import asyncio


class Loud(asyncio.Future):
    def set_result(self, result):
        print("set_result", result)
        super().set_result(result)

    def add_done_callback(self, fn, *, context=None):
        print("add_done_callback")
        super().add_done_callback(fn, context=context)

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg=msg)


class Counted(asyncio.Task):
    steps = 0

    def __init__(self, coro, *, loop=None, **kwargs):
        super().__init__(coro, loop=loop, **kwargs)
        self.extra = "attribute of its own"

    def set_name(self, name):
        super().set_name(f"<{name}>")

    def __repr__(self):
        return f"Counted({self.get_name()})"


async def waits(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    future = Loud(loop=loop)
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    print("waits")
    future.set_result(5)
    print(await task)
    future = Loud()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    task.cancel("from the task")
    print(await asyncio.gather(task, return_exceptions=True))
    future = Loud()
    loop.call_soon(future.set_result, "direct")
    print(await future)
    print(await asyncio.wait_for(future, 1))

    task = Counted(waits(future), loop=loop, name="counted")
    print(task, task.extra, await task)
    task.set_name("renamed")
    print(task, isinstance(task, asyncio.Future))
    for call in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as error:
            print(error)
    print(Loud.__mro__[1], Counted.__mro__[1:3])


asyncio.run(main())
