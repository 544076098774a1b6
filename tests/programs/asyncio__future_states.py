# Every method of a future in every state.
import asyncio


def show(what, call, *args):
    try:
        print("  ", what, repr(call(*args)))
    except BaseException as error:
        print("  ", what, "->", type(error).__name__, error)


def look(future):
    print(repr(future))
    for name in ("done", "cancelled", "result", "exception"):
        show(name, getattr(future, name))


async def main():
    loop = asyncio.get_running_loop()
    pending, good, bad, gone = (loop.create_future() for _ in range(4))
    good.set_result([1, 2])
    bad.set_exception(LookupError("bad"))
    gone.cancel("gone")
    for future in (pending, good, bad, gone):
        look(future)
    for future in (good, bad, gone):
        show("set_result", future.set_result, 1)
        show("set_exception", future.set_exception, ValueError())
        show("cancel", future.cancel)
    show("a class", pending.set_exception, ValueError)
    print(repr(pending))
    future = loop.create_future()
    show("StopIteration", future.set_exception, StopIteration)
    show("StopIteration instance", future.set_exception, StopIteration(5))
    print(repr(future.exception()), repr(future.exception().__cause__))
    show("no exception", loop.create_future().set_exception, 5)
    show("no exception class", loop.create_future().set_exception, int)
    future = loop.create_future()
    show("needs arguments", future.set_exception, TypeError)
    long = loop.create_future()
    long.set_result("x" * 200)
    print(len(repr(long)) < 300)
    for future in (pending, bad, gone):
        show("await", lambda: future.__await__().send(None))
    fresh = loop.create_future()
    iterator = fresh.__await__()
    print(next(iterator) is fresh)
    show("resumed too early", next, iterator)
    print(asyncio.isfuture(fresh), asyncio.isfuture(5), asyncio.isfuture(asyncio.Future), fresh.get_loop() is loop)


asyncio.run(main())
