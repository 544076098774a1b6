# What asyncio.run refuses, and what it says about coroutines, arguments and places.
import asyncio
import warnings


async def main(*args):
    return args


async def agen():
    yield 1


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, str(error).split(" at 0x")[0])


attempt("the function", lambda: asyncio.run(main))
attempt("None", lambda: asyncio.run(None))
attempt("a generator", lambda: asyncio.run(agen()))
attempt("a list", lambda: asyncio.run([]))
attempt("nothing", lambda: asyncio.run())
attempt("arguments", lambda: asyncio.run(main, 1, 2))
attempt("by name", lambda: asyncio.run(main=main(3)))
attempt("debug", lambda: asyncio.run(main(4), debug=True))
attempt("a factory", lambda: asyncio.run(main(5), loop_factory=asyncio.new_event_loop))
attempt("an unknown keyword", lambda: asyncio.run(None, timeout=3))
loop = asyncio.new_event_loop()
future = loop.create_future()
attempt("a future", lambda: asyncio.run(future))
task = loop.create_task(main())
attempt("a task of another loop", lambda: asyncio.run(task))
loop.run_until_complete(task)
loop.close()


class Awaitable:
    def __await__(self):
        return main(6).__await__()


attempt("an awaitable", lambda: asyncio.run(Awaitable()))
coro = main(7)
attempt("a coroutine", lambda: asyncio.run(coro))
attempt("the same again", lambda: asyncio.run(coro))
attempt("a broken factory", lambda: asyncio.run(main(), loop_factory=lambda: 1 / 0))


async def inner():
    coro = main()
    attempt("inside", lambda: asyncio.run(coro))
    coro.close()
    return asyncio.get_running_loop().get_debug()


warnings.simplefilter("ignore")
print(asyncio.run(inner()), asyncio.run(inner(), debug=True))
attempt("gather", lambda: asyncio.run(asyncio.gather(main())))
