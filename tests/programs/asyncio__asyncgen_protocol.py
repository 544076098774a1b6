# The protocol behind async for: __aiter__, __anext__, anext, aiter, and what is wrong with what.
import asyncio


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left <= 0:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(0)
        return self.left


class AnextReturnsFuture(Countdown):
    def __anext__(self):
        return asyncio.ensure_future(super().__anext__())


class NoAnext:
    def __aiter__(self):
        return self


class AiterIsAsync:
    async def __aiter__(self):
        return self


class AnextIsPlain(Countdown):
    def __anext__(self):
        return 5


async def attempt(make):
    try:
        print(make.__name__, [item async for item in make()])
    except Exception as error:
        print(make.__name__, type(error).__name__, error, repr(error.__cause__))


def three():
    return Countdown(3)


def plain_list():
    return [1]


async def coroutine():
    return [1]


async def main():
    for make in (three, lambda: AnextReturnsFuture(2), NoAnext, lambda: AnextIsPlain(1), plain_list):
        await attempt(make)
    iterator = Countdown(2)
    print(aiter(iterator) is iterator, await anext(iterator), await anext(iterator), await anext(iterator, None))
    for call in (lambda: aiter([]), lambda: anext([]), lambda: aiter(NoAnext()), lambda: anext(NoAnext())):
        try:
            call()
        except TypeError as error:
            print(error)
    try:
        await anext(iterator)
    except StopAsyncIteration as error:
        print(repr(error))
    pairs = {a: b async for a in Countdown(2) async for b in Countdown(a + 1)}
    print(pairs, {n async for n in Countdown(3) if n}, sum([n async for n in Countdown(4)]))
    lazy = (n * n async for n in Countdown(3))
    print(type(lazy).__name__, await anext(lazy), [n async for n in lazy])
    async for n in Countdown(2):
        print(n)
    else:
        print("no break")
    try:
        for n in Countdown(1):
            pass
    except TypeError as error:
        print(error)
    try:
        async for n in Countdown(3):
            raise StopAsyncIteration("from the body")
    except StopAsyncIteration as error:
        print("leaves the loop:", repr(error))


asyncio.run(main())
import warnings

warnings.simplefilter("ignore")
asyncio.run(attempt(AiterIsAsync))
