# get_stack and print_stack: tasks that wait, that run, that ended, that failed.
import asyncio
import io


async def innermost(future):
    await future


async def middle(future):
    await innermost(future)


async def outer(future):
    await middle(future)


async def fails():
    await asyncio.sleep(0)
    helper()


def helper():
    raise ValueError("deep inside")


def printed(task, **kwargs):
    file = io.StringIO()
    task.print_stack(file=file, **kwargs)
    return file.getvalue().rstrip()


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(outer(future), name="waiter")
    print(len(task.get_stack()), printed(task).split(" coro=")[0])
    await asyncio.sleep(0)
    stack = task.get_stack()
    print([frame.f_code.co_name for frame in stack], stack[0].f_lineno)
    print(printed(task).splitlines()[1:])
    print(len(task.get_stack(limit=0)), len(task.get_stack(limit=5)))
    future.set_result(None)
    await task
    print(task.get_stack(), printed(task).split(" coro=")[0])

    task = asyncio.create_task(fails(), name="fails")
    await asyncio.wait([task])
    print([frame.f_code.co_name for frame in task.get_stack()])
    print([frame.f_code.co_name for frame in task.get_stack(limit=1)])
    print("\n".join(printed(task).splitlines()[1:]))
    print(task.get_coro().__name__, task.get_coro().cr_frame)
    child = task.get_coro()
    print(child.cr_await, child.cr_running)


asyncio.run(main())
