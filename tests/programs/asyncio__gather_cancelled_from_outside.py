# A gather that is cancelled from outside passes on the error of its last child, whichever ended last.
import asyncio


async def cancelled(message):
    raise asyncio.CancelledError(message)


async def ends():
    return 1


class Own:
    def __await__(self):
        return (yield from asyncio.sleep(1).__await__())


async def main():
    lasts = [lambda: cancelled("child"), lambda: cancelled(None), ends, lambda: asyncio.sleep(2)]
    for first in (lambda: asyncio.sleep(1), Own):
        for last in lasts:
            for return_exceptions in (True, False):
                group = asyncio.gather(first(), last(), return_exceptions=return_exceptions)
                await asyncio.sleep(0.01)
                print(group.cancel("outer"), end=" ")
                try:
                    print(await group)
                except asyncio.CancelledError as error:
                    print(repr(error))


asyncio.run(main())
