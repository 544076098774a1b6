# Coroutine objects by hand: send, throw, close, states, what they refuse.
import asyncio
import inspect
import types


@types.coroutine
def switch(value):
    got = yield value
    return got


async def work():
    try:
        first = await switch("one")
        second = await switch("two")
        return first, second
    except KeyError as error:
        return f"caught {error}"
    finally:
        print("finally")


def attempt(what, call, *args):
    try:
        print(what, "->", call(*args))
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


coro = work()
print(inspect.getcoroutinestate(coro), coro.cr_await, coro.cr_running, coro.__name__, coro.__qualname__)
attempt("send a value first", coro.send, 5)
attempt("send", coro.send, None)
print(inspect.getcoroutinestate(coro), type(coro.cr_await).__name__, coro.cr_suspended)
attempt("send", coro.send, "A")
attempt("send", coro.send, "B")
print(inspect.getcoroutinestate(coro), coro.cr_frame, coro.cr_suspended)
attempt("send again", coro.send, None)
attempt("throw into an ended one", coro.throw, ValueError("late"))
attempt("close an ended one", coro.close)

coro = work()
coro.send(None)
attempt("throw", coro.throw, KeyError("in"))
coro = work()
coro.send(None)
attempt("close", coro.close)
coro = work()
attempt("throw before it began", coro.throw, ValueError("early"))
coro = work()
attempt("close before it began", coro.close)
attempt("next", lambda: next(coro))
attempt("iter", lambda: iter(coro))
attempt("call", lambda: coro())


async def stubborn():
    try:
        await switch(1)
    except GeneratorExit:
        await switch(2)


coro = stubborn()
coro.send(None)
attempt("close a stubborn one", coro.close)


async def awaits_itself():
    await me


me = awaits_itself()
attempt("awaits itself", me.send, None)


async def awaits(thing):
    return await thing


for thing in (5, None, "text", [1], work, iter([]), (n for n in [])):
    attempt(f"await {type(thing).__name__}", awaits(thing).send, None)
print(asyncio.iscoroutinefunction(work), inspect.isawaitable(switch), types.CoroutineType.__name__)
