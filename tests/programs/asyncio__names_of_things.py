# Names that learners see: of coroutines, tasks, generators, classes, nested functions and lambdas.
import asyncio
import functools


async def module_level():
    pass


class Class:
    async def method(self):
        pass

    @staticmethod
    async def static():
        pass

    class Nested:
        async def method(self):
            pass


def outer():
    async def inner():
        pass

    return inner


async def agen():
    yield


def show(coro):
    print(coro.__name__, coro.__qualname__, repr(coro).split(" at ")[0])
    close = getattr(coro, "close", None)
    if close:
        close()


async def main():
    for coro in (module_level(), Class().method(), Class.static(), Class.Nested().method(), outer()(), functools.partial(module_level)()):
        show(coro)
    show(agen())
    show((x async for x in agen()))
    show(asyncio.sleep(0))
    show(asyncio.wait_for(None, 1))
    step = agen().__anext__()
    print(type(step).__name__)
    await step
    for kind in (asyncio.Task, asyncio.Future, asyncio.Lock, asyncio.Queue, asyncio.TaskGroup, asyncio.Timeout, asyncio.Runner, asyncio.Event):
        print(kind, kind.__module__, kind.__qualname__)
    for function in (asyncio.run, asyncio.gather, asyncio.wait, asyncio.sleep, asyncio.create_task, asyncio.shield, asyncio.to_thread, asyncio.timeout):
        print(function.__name__, function.__module__)
    coro = module_level()
    coro.__name__, coro.__qualname__ = "renamed", "re.named"
    task = asyncio.create_task(coro, name="t")
    print(task)
    await task
    renamed = outer()
    renamed.__name__ = renamed.__qualname__ = "other"
    show(renamed())
    try:
        coro.__name__ = 5
    except TypeError as error:
        print(error)


asyncio.run(main())
