# inspect and asyncio on what is asynchronous: functions, partials, methods, generators, awaitables.
import asyncio
import functools
import inspect
from unittest import mock


async def coro(a, b=2):
    return a


async def agen():
    yield 1


def plain():
    return coro(1)


def gen():
    yield


class Thing:
    async def method(self):
        pass

    @staticmethod
    async def static():
        pass

    @classmethod
    async def klass(cls):
        pass

    async def __call__(self):
        pass

    def __await__(self):
        yield


marked = inspect.markcoroutinefunction(lambda: coro(1))
candidates = {
    "coro": coro,
    "agen": agen,
    "plain": plain,
    "gen": gen,
    "lambda": lambda: None,
    "partial": functools.partial(coro, 1),
    "partial of partial": functools.partial(functools.partial(coro, 1), b=3),
    "method": Thing().method,
    "function": Thing.method,
    "static": Thing.static,
    "class": Thing.klass,
    "instance": Thing(),
    "type": Thing,
    "marked": marked,
    "AsyncMock": mock.AsyncMock(),
    "Mock": mock.Mock(),
    "wraps": functools.wraps(coro)(lambda *args: coro(*args)),
}
for name, candidate in candidates.items():
    print(
        f"{name:18}",
        inspect.iscoroutinefunction(candidate),
        asyncio.iscoroutinefunction(candidate),
        inspect.isasyncgenfunction(candidate),
        inspect.isgeneratorfunction(candidate),
        callable(candidate),
    )


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.sleep(0))
    generator = agen()
    things = {
        "coroutine": coro(1),
        "asyncgen": agen(),
        "anext": anext(generator),
        "generator": gen(),
        "future": future,
        "task": task,
        "gather": asyncio.gather(task),
        "instance": Thing(),
        "number": 5,
    }
    for name, thing in things.items():
        print(
            f"{name:10}",
            type(thing).__name__,
            inspect.isawaitable(thing),
            inspect.iscoroutine(thing),
            asyncio.iscoroutine(thing),
            asyncio.isfuture(thing),
            inspect.isasyncgen(thing),
        )
    things["coroutine"].close()
    await task
    await things["anext"]
    print(inspect.signature(coro), inspect.getcoroutinelocals(things["coroutine"]))
    pending = coro("a value", b=5)
    print(inspect.getcoroutinelocals(pending), inspect.getcoroutinestate(pending))
    await pending


asyncio.run(main())
