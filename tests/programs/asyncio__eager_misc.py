# Eager tasks: contexts, names, nesting, and the same by hand.
import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def deeper(depth):
    level.set(level.get() + 1)
    me = asyncio.current_task()
    print("  " * depth + "in", me.get_name(), level.get())
    if depth < 3:
        child = asyncio.create_task(deeper(depth + 1), name=f"depth {depth + 1}")
        print("  " * depth + "child done:", child.done(), "current again:", asyncio.current_task() is me, level.get())
    return depth


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(deeper(0), name="depth 0")
    print(level.get())
    context = contextvars.copy_context()
    asyncio.create_task(deeper(3), name="own context", context=context)
    print(level.get(), context[level])

    loop.set_task_factory(None)
    task = asyncio.Task(deeper(3), loop=loop, eager_start=True, name="by hand")
    print(task.done(), task.result())
    task = asyncio.Task(deeper(3), loop=loop, name="lazy by hand")
    print(task.done())
    await task

    class Loud(asyncio.Task):
        def cancel(self, msg=None):
            print("cancel called with", msg)
            return super().cancel(msg)

    loop.set_task_factory(asyncio.create_eager_task_factory(Loud))
    task = asyncio.create_task(asyncio.sleep(1))
    print(type(task).__name__, task.cancel("loud"), asyncio.iscoroutine(task), asyncio.isfuture(task))
    await asyncio.wait([task])
    print(task.cancelled())
    loop.set_task_factory(None)


asyncio.run(main())
