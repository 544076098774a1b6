# ensure_future, isfuture and wrap_future on everything that could be awaited.
import asyncio
import concurrent.futures


async def work():
    return "work"


class Own:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "own"


class LooksLikeAFuture:
    _asyncio_future_blocking = False


class FutureSubclass(asyncio.Future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(work())
    print(asyncio.ensure_future(future) is future, asyncio.ensure_future(task) is task)
    for thing in (work(), Own(), task):
        made = asyncio.ensure_future(thing)
        print(type(made).__name__, made is thing, await made)
    for wrong in (5, work, "text", [work]):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    print([asyncio.isfuture(x) for x in (future, task, FutureSubclass(), LooksLikeAFuture(), concurrent.futures.Future(), 5, asyncio.Future)])
    print("# === wrap_future ===")
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    print(asyncio.wrap_future(wrapped) is wrapped, wrapped.done())
    source.set_result("from a concurrent one")
    print(wrapped.done(), await wrapped)
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(source.cancelled())
    source = concurrent.futures.Future()
    source.set_running_or_notify_cancel()
    wrapped = asyncio.wrap_future(source)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(source.cancelled(), source.running())
    source.set_result("nobody takes it")
    for error in (KeyError("k"), concurrent.futures.CancelledError("c"), TimeoutError("t")):
        source = concurrent.futures.Future()
        source.set_exception(error)
        try:
            await asyncio.wrap_future(source)
        except BaseException as seen:
            print(repr(seen), seen is error)
    gone = concurrent.futures.Future()
    gone.cancel()
    wrapped = asyncio.wrap_future(gone)
    await asyncio.wait([wrapped])
    print(wrapped.cancelled())


asyncio.run(main())
