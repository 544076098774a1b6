import asyncio
import inspect


async def inner(n):
    await asyncio.sleep(0)
    return n


async def outer(n):
    first = await inner(n)
    second = await inner(first + 1)
    return second


async def quick(n):
    return n


async def main():
    task = asyncio.create_task(outer(10))
    await asyncio.sleep(0)
    seen = task.get_coro().cr_await
    deeper = seen.cr_await
    print(seen.__qualname__, inspect.getcoroutinestate(seen), deeper.__qualname__)
    await asyncio.sleep(0)
    again = task.get_coro().cr_await
    print(again is seen, inspect.getcoroutinestate(seen), inspect.getcoroutinestate(again))
    total = 0
    for n in range(2000):
        total += await quick(n)
    print(await task, total)
    print(inspect.getcoroutinestate(seen), inspect.getcoroutinestate(again), seen.cr_await, seen.cr_frame)
    print(seen.__qualname__, again.__qualname__, deeper.__qualname__)
    made = [quick(n) for n in range(50)]
    print(any(one is seen or one is again or one is deeper for one in made))
    print(sum([await one for one in made]))
    try:
        await seen
    except RuntimeError as error:
        print(error)


asyncio.run(main())
