# Names and classes of asyncio's exceptions, their family and their texts.
import asyncio
import concurrent.futures

print(asyncio.TimeoutError is TimeoutError, asyncio.CancelledError is concurrent.futures.CancelledError)
for error in (
    asyncio.CancelledError("why"),
    asyncio.InvalidStateError("state"),
    asyncio.QueueEmpty(),
    asyncio.QueueFull(),
    asyncio.QueueShutDown(),
    asyncio.BrokenBarrierError("broken"),
    asyncio.IncompleteReadError(b"abc", 10),
    asyncio.IncompleteReadError(b"abc", None),
    asyncio.LimitOverrunError("too long", 5),
    asyncio.SendfileNotAvailableError("no"),
):
    names = [cls.__name__ for cls in type(error).__mro__[1:-1]]
    print(f"{type(error).__module__}.{type(error).__qualname__}", names, error.args, "|", str(error))
error = asyncio.IncompleteReadError(b"part", 9)
print(error.partial, error.expected, asyncio.LimitOverrunError("m", 3).consumed)


async def attempt(call):
    try:
        print("no error", await call())
    except BaseException as error:
        print(type(error).__name__, "|", error)


async def raises_stop():
    raise StopIteration("in a coroutine")


async def raises_stop_async():
    raise StopAsyncIteration("in a coroutine")


async def main():
    await attempt(raises_stop)
    await attempt(raises_stop_async)
    future = asyncio.get_running_loop().create_future()
    for call in (future.result, future.exception, lambda: (future.set_result(1), future.set_result(2))):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    task = asyncio.create_task(raises_stop())
    await asyncio.wait([task])
    print(repr(task.exception()), repr(task.exception().__cause__))


asyncio.run(main())
