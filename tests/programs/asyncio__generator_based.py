# Awaitables made of generators: types.coroutine, __await__, yield of futures by hand, bad yields.
import asyncio
import types


@types.coroutine
def switch():
    yield


@types.coroutine
def wait_for_future(future):
    future._asyncio_future_blocking = True
    yield future
    return future.result()


@types.coroutine
def yields(value):
    got = yield value
    return got


class Countdown:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        while self.n:
            self.n -= 1
            yield
        return "countdown"


class Delegates:
    def __await__(self):
        return (yield from Countdown(2).__await__()), (yield from asyncio.sleep(0, "slept").__await__())


class Wrong:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        return self.result


async def attempt(what, awaitable):
    async def waits():
        return await awaitable

    try:
        print(what, "->", await asyncio.create_task(waits()))
    except BaseException as error:
        print(what, "->", type(error).__name__, str(error).split(" <")[0])


async def main():
    loop = asyncio.get_running_loop()
    await attempt("switch", switch())
    future = loop.create_future()
    loop.call_soon(future.set_result, "by hand")
    await attempt("future", wait_for_future(future))
    await attempt("countdown", Countdown(3))
    await attempt("delegates", Delegates())
    await attempt("yields None", yields(None))
    await attempt("yields a number", yields(5))
    await attempt("yields a text", yields("text"))
    await attempt("yields a future without blocking", yields(loop.create_future()))
    await attempt("yields a generator", yields(n for n in []))
    await attempt("__await__ gives a list", Wrong([1]))
    await attempt("__await__ gives a coroutine", Wrong(asyncio.sleep(0)))
    await attempt("__await__ gives None", Wrong(None))
    await attempt("__await__ gives an iterator", Wrong(iter([None, None])))
    log = []

    async def steps(name, thing):
        await thing
        log.append(name)

    await asyncio.gather(steps("three", Countdown(3)), steps("one", Countdown(1)), steps("two", Countdown(2)))
    print(log)

    @types.coroutine
    def gen():
        yield
        return 1

    print(asyncio.iscoroutinefunction(gen), await gen())


import warnings

warnings.simplefilter("ignore")
asyncio.run(main())
