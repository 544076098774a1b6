# Names of tasks: defaults, changes, what they are made of, where they show.
import asyncio


async def work():
    return asyncio.current_task().get_name()


class Text:
    def __str__(self):
        return "text of an object"


async def main():
    print(asyncio.current_task().get_name())
    tasks = [asyncio.create_task(work()) for _ in range(3)]
    print([task.get_name() for task in tasks], await asyncio.gather(*tasks))
    for name in ("plain", 7, None, Text(), "", 1.5):
        task = asyncio.create_task(work(), name=name)
        shown = task.get_name()
        print(repr(name if not isinstance(name, Text) else "object"), type(shown).__name__, repr(shown), repr(await task))
    task = asyncio.create_task(work())
    task.set_name("renamed")
    print(await task)
    task.set_name(None)
    print(repr(task.get_name()))
    task.set_name(Text())
    print(repr(task.get_name()))
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work(), name="in a group")
        two = group.create_task(work())
    print(one.result(), two.result() == two.get_name())
    print(repr(one).split(" coro=")[0], repr(one).split(" ")[-1])
    print(await asyncio.wait_for(work(), 1), await asyncio.gather(work(), asyncio.create_task(work(), name="mine")))
    future = asyncio.get_running_loop().create_future()
    for attribute in ("get_name", "set_name", "cancelling", "get_coro", "get_context"):
        print(attribute, hasattr(future, attribute), hasattr(task, attribute))


asyncio.run(main())
