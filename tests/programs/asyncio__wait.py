# wait and as_completed: some tasks are done, and some are not.
import asyncio


async def work(name, delay, error=None):
    await asyncio.sleep(delay)
    if error is not None:
        raise error
    return name


def start(*delays):
    return [asyncio.create_task(work(f"w{delay}", delay), name=f"t{delay}") for delay in delays]


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    # === The first ===
    tasks = start(0.3, 0.1, 0.2)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))

    # === A time limit cancels nothing ===
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(names(done), names(pending))

    # === All ===
    done, pending = await asyncio.wait(tasks)
    print(names(done), pending, [task.result() for task in tasks])

    # === The first exception ===
    failing = asyncio.create_task(work("bad", 0.1, ValueError("bad")), name="failing")
    tasks = [failing, *start(0.01, 0.4)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), repr(failing.exception()))
    await asyncio.wait(tasks)

    # === What it does not take ===
    coro = work("coro", 0)
    for call in (
        lambda: asyncio.wait([]),
        lambda: asyncio.wait([coro]),
        lambda: asyncio.wait(failing),
        lambda: asyncio.wait(tasks, return_when="whenever"),
    ):
        try:
            await call()
        except (TypeError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")
    coro.close()

    # === as_completed in a plain for: coroutines to await ===
    for next_one in asyncio.as_completed([work("later", 0.2), work("sooner", 0.1)]):
        print(await next_one)

    # === as_completed in an async for: the tasks themselves ===
    async for task in asyncio.as_completed(start(0.2, 0.1)):
        print(task.get_name(), task.result())

    # === as_completed with a time limit ===
    slow = start(0.1, 5)
    try:
        async for task in asyncio.as_completed(slow, timeout=0.3):
            print(task.result())
    except TimeoutError as error:
        print(repr(error), slow[1].done())
    slow[1].cancel()


asyncio.run(main())
