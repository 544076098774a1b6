# asend, athrow and aclose of asynchronous generators, in every state.
import asyncio


async def echo():
    received = None
    while True:
        try:
            received = yield received
            print("received", received)
        except ValueError as error:
            print("caught", repr(error))
            received = "recovered"


async def attempt(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


async def main():
    agen = echo()
    await attempt("asend before start", agen.asend("too early"))
    await attempt("start", agen.asend(None))
    await attempt("asend", agen.asend(1))
    await attempt("athrow caught", agen.athrow(ValueError("in")))
    await attempt("athrow not caught", agen.athrow(KeyError("out")))
    await attempt("asend after the end", agen.asend(2))
    await attempt("anext after the end", anext(agen))
    await attempt("athrow after the end", agen.athrow(ValueError))
    await attempt("aclose after the end", agen.aclose())
    await attempt("anext with a default", anext(agen, "default"))

    agen = echo()
    await attempt("athrow before start", agen.athrow(LookupError("early")))
    await attempt("anext", anext(agen))
    agen = echo()
    await attempt("aclose before start", agen.aclose())
    await attempt("anext", anext(agen))

    async def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    agen = stubborn()
    await anext(agen)
    await attempt("aclose of a stubborn one", agen.aclose())

    async def raises():
        try:
            yield 1
        finally:
            raise OSError("in the clean-up")

    agen = raises()
    await anext(agen)
    await attempt("aclose that fails", agen.aclose())

    async def stops(kind):
        yield 1
        raise kind("inside")

    for kind in (StopAsyncIteration, StopIteration):
        agen = stops(kind)
        await anext(agen)
        await attempt(kind.__name__, anext(agen))

    async def slow():
        await asyncio.sleep(0.01)
        yield "slow"
        await asyncio.sleep(0.01)

    agen = slow()
    tasks = [asyncio.ensure_future(anext(agen)) for _ in range(2)]
    print([repr(r) for r in await asyncio.gather(*tasks, return_exceptions=True)])
    agen = slow()
    task = asyncio.ensure_future(anext(agen))
    await asyncio.sleep(0)
    await attempt("aclose while running", agen.aclose())
    print(agen.ag_running, await task, agen.ag_running)
    sent = agen.asend(None)
    await attempt("the same awaitable", sent)
    await attempt("the same awaitable again", sent)


asyncio.run(main())
