# Futures by hand.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    # === A result ===
    future = loop.create_future()
    print(future, future.done())
    loop.call_later(0.01, future.set_result, "ready")
    print(await future, future)
    for call in (lambda: future.set_result(2), lambda: future.set_exception(ValueError()), lambda: future.cancel()):
        try:
            print(call())
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)

    # === An exception ===
    future = asyncio.Future()
    future.set_exception(KeyError("k"))
    try:
        await future
    except KeyError as error:
        print(repr(error), future)
    for wrong in (StopIteration(), StopIteration, 5, "text"):
        future = loop.create_future()
        try:
            future.set_exception(wrong)
        except TypeError as error:
            print(error)
        else:
            print(repr(future.exception()), repr(future.exception().__cause__))
    future = loop.create_future()
    future.set_exception(ArithmeticError)
    print(repr(future.exception()))

    # === Cancelled ===
    future = loop.create_future()
    print(future.cancel("msg"), future.cancelled(), future.cancel(), future)
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error))
    try:
        future.result()
    except asyncio.CancelledError as error:
        print(repr(error))

    # === Several wait for one ===
    future = loop.create_future()

    async def waiter(name):
        print(name, await future)

    tasks = [asyncio.create_task(waiter(n)) for n in "ab"]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback", f.result()))
    future.set_result(7)
    print("set")
    await asyncio.gather(*tasks)

    # === Awaiting in wrong ways ===
    future = loop.create_future()
    iterator = iter(future)
    print(next(iterator) is future)
    future.set_result("r")
    try:
        next(iterator)
    except StopIteration as stop:
        print("stop", stop.value)
    try:
        await 5
    except TypeError as error:
        print(error)
    try:
        await None
    except TypeError as error:
        print(error)

    # === wrap_future, ensure_future ===
    print(asyncio.ensure_future(future) is future, asyncio.isfuture(future), asyncio.isfuture(5))
    try:
        asyncio.ensure_future(5)
    except TypeError as error:
        print(error)

    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(0.001).__await__()
            return "awaited"

    print(await Awaitable(), await asyncio.ensure_future(Awaitable()))


asyncio.run(main())
