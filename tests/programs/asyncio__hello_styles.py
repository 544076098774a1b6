# The first programs of every asyncio tutorial.
import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)
    return what.upper()


async def one_after_the_other():
    print(await say_after(0.02, "hello"), await say_after(0.01, "world"))


async def as_tasks():
    task1 = asyncio.create_task(say_after(0.03, "hello"))
    task2 = asyncio.create_task(say_after(0.01, "world"))
    print("both started")
    print(await task1, await task2)


async def in_a_group():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(say_after(0.03, "a"))
        second = group.create_task(say_after(0.01, "b"))
        print("still in the group")
    print(first.result(), second.result())


async def gathered():
    print(await asyncio.gather(say_after(0.03, "x"), say_after(0.01, "y"), asyncio.sleep(0.02, "z")))


async def factorial(name, number):
    result = 1
    for i in range(2, number + 1):
        print(f"Task {name}: {number}! currently at {i}")
        await asyncio.sleep(0.01)
        result *= i
    print(f"Task {name}: {number}! = {result}")
    return result


async def counted():
    print(await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4)))


async def cancel_me():
    print("before sleep")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("after sleep")


async def cancels():
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: it is cancelled now")


async def eternity():
    await asyncio.sleep(3600)


async def times_out():
    try:
        await asyncio.wait_for(eternity(), timeout=0.02)
    except TimeoutError:
        print("timeout!")


for main in (one_after_the_other, as_tasks, in_a_group, gathered, counted, cancels, times_out):
    print("---", main.__name__)
    asyncio.run(main())
