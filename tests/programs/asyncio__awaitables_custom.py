# Awaitables of one's own: __await__, generators, wrappers.
import asyncio
import inspect
import types


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Pause:
    def __init__(self, turns):
        self.turns = turns

    def __await__(self):
        for _ in range(self.turns):
            yield
        return f"paused {self.turns}"


class Delegates:
    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        result = yield from self.inner.__await__()
        return [result]


class Broken:
    def __await__(self):
        return 5


class Wrong:
    def __await__(self):
        yield "not a future"


@types.coroutine
def old_style(n):
    yield from asyncio.sleep(0).__await__()
    return n * 2


class Lazy:
    def __init__(self, make):
        self.make, self.task = make, None

    def __await__(self):
        if self.task is None:
            self.task = asyncio.ensure_future(self.make())
        return self.task.__await__()


async def compute():
    await asyncio.sleep(0.001)
    print("computed")
    return 7


async def main():
    print(await Ready(5), await Pause(3), await Delegates(Pause(1)), await Delegates(asyncio.sleep(0, "slept")), await old_style(4))
    lazy = Lazy(compute)
    print(await lazy, await lazy)
    for thing in (Broken(), 5, None, "text", compute, [1], lambda: 1):
        try:
            await thing
        except TypeError as error:
            print(error)
    try:
        await asyncio.create_task(wrap(Wrong()))
    except RuntimeError as error:
        print(str(error).split(" at ")[0])
    print(await asyncio.gather(Ready(1), Pause(1)), await asyncio.wait_for(Pause(2), 1), await asyncio.create_task(wrap(Ready("wrapped"))))
    coroutine = compute()
    print(inspect.isawaitable(Ready(1)), inspect.isawaitable(coroutine), inspect.iscoroutine(coroutine), inspect.iscoroutinefunction(compute), inspect.isawaitable(5), asyncio.iscoroutine(coroutine))
    coroutine.close()
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    future = asyncio.get_running_loop().create_future()
    future.set_result("direct")
    print(await future, future.__await__ is not None)

    async def shares():
        inner = compute()
        first = asyncio.create_task(wrap(inner))
        await first
        try:
            await inner
        except RuntimeError as error:
            print(error)

    await shares()


async def wrap(awaitable):
    return await awaitable


asyncio.run(main())
c = compute()
try:
    c.send("not None at first")
except TypeError as error:
    print(error)
c.close()
c = wrap(Pause(1))
print(c.send(None), c.cr_running, c.cr_await is not None)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
