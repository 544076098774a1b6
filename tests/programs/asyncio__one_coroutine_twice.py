# One coroutine object used twice: in two tasks, awaited while it waits, by itself, after its end.
import asyncio
import inspect


async def work(name="work"):
    await asyncio.sleep(0.01)
    return name


async def attempt(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


async def main():
    coro = work()
    tasks = [asyncio.create_task(coro), asyncio.create_task(coro)]
    print([repr(r) for r in await asyncio.gather(*tasks, return_exceptions=True)])
    await attempt("after its end", coro)
    await attempt("in a task after its end", asyncio.create_task(coro))

    task = asyncio.create_task(work("task"))
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(task.get_coro()))
    await attempt("the coroutine of a task that waits", task.get_coro())
    await attempt("the task", task)

    async def awaits_me():
        return await me

    me = awaits_me()
    await attempt("by itself", asyncio.create_task(me))

    async def one():
        return await second

    async def two():
        return await first

    first, second = one(), two()
    await attempt("by each other", first)
    second.close()
    coro = work("closed")
    coro.close()
    await attempt("closed before it began", coro)
    gathered = work("gathered")
    print(await asyncio.gather(gathered, gathered, return_exceptions=True))

    async def shared():
        return await pending

    pending = asyncio.sleep(0.01, "slept")
    print([repr(r) for r in await asyncio.gather(shared(), shared(), return_exceptions=True)])


asyncio.run(main())
