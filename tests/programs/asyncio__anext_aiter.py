# aiter and anext by hand.
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def letters():
    for letter in "ab":
        yield letter


async def main():
    # === With and without a default ===
    iterator = aiter(Countdown(2))
    print(await anext(iterator), await anext(iterator, "default"), await anext(iterator, "default"))
    try:
        await anext(iterator)
    except StopAsyncIteration as error:
        print(repr(error))
    generator = letters()
    print(aiter(generator) is generator, await anext(generator), await anext(generator, None), await anext(generator, None))

    # === Other exceptions pass ===
    async def fails():
        yield 1
        raise KeyError("inside")

    generator = fails()
    print(await anext(generator, 0))
    try:
        await anext(generator, 0)
    except KeyError as error:
        print(repr(error))
    print(await anext(generator, "ended"))

    # === What is refused ===
    for call in (lambda: aiter([1]), lambda: anext([1]), lambda: aiter(5), lambda: iter(letters()), lambda: next(letters())):
        try:
            call()
        except TypeError as error:
            print(error)

    class NotAsync:
        def __aiter__(self):
            return [1]

    class NoAwait:
        def __aiter__(self):
            return self

        def __anext__(self):
            return 5

    for thing in (NotAsync(), NoAwait(), [1], 5):
        try:
            async for item in thing:
                pass
        except TypeError as error:
            print(error)
    try:
        aiter(NotAsync())
    except TypeError as error:
        print(error)
    for item in ("for x in letters(): pass", "[x for x in letters()]", "with asyncio.Lock(): pass"):
        try:
            exec(item, {"letters": letters, "asyncio": asyncio})
        except TypeError as error:
            print(error)


asyncio.run(main())
