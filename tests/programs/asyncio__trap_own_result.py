# result() of a coroutine in one's own loop: with a time limit it only costs time, and the coroutine runs later.
import asyncio
import concurrent.futures


async def answer():
    print("answer runs")
    return 42


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(answer(), loop)
    print(type(future).__module__, type(future).__name__)
    try:
        future.result(timeout=0.01)
    except TimeoutError as error:
        print("nobody could run it:", repr(error))
    print(future.done())
    print(await asyncio.wrap_future(future), future.result(timeout=0))

    for name in ("get_name", "cancelling", "uncancel", "get_coro"):
        try:
            getattr(future, name)
        except AttributeError as error:
            print(error)
    try:
        await future
    except TypeError as error:
        print(error)
    task = asyncio.create_task(answer())
    for call in (task.result, task.exception):
        try:
            call()
        except (TypeError, asyncio.InvalidStateError) as error:
            print(type(error).__name__, error)
    print(await task)
    try:
        asyncio.run_coroutine_threadsafe(task, loop)
    except TypeError as error:
        print(error)
    try:
        concurrent.futures.wait([task], timeout=0)
    except AttributeError as error:
        print(error)


asyncio.run(main())
