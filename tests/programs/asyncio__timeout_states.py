# The repr and the state of a timeout, from its making to its end.
import asyncio
import re


def show(limit):
    print(re.sub(r"when=-?\d+\.\d+", "when=T", repr(limit)), limit.expired())


async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.timeout(10)
    show(limit)
    async with limit as same:
        print(same is limit)
        show(limit)
        limit.reschedule(None)
        show(limit)
        print(limit.when())
        limit.reschedule(loop.time() + 20)
        show(limit)
    show(limit)

    limit = asyncio.timeout(0.01)
    try:
        async with limit:
            try:
                await asyncio.sleep(1)
            finally:
                show(limit)
                try:
                    limit.reschedule(loop.time() + 1)
                except RuntimeError as error:
                    print(error)
    except TimeoutError:
        show(limit)
    for again in (limit.reschedule, lambda when: limit.__aenter__().send(None)):
        try:
            again(None)
        except RuntimeError as error:
            print(error)

    limit = asyncio.timeout_at(None)
    show(limit)
    limit = asyncio.timeout_at(loop.time() - 5)
    try:
        async with limit:
            show(limit)
            print("the body runs until it first waits")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        show(limit)
    print(asyncio.timeout.__name__, asyncio.Timeout.__name__)


def outside():
    for make in (asyncio.timeout, asyncio.timeout_at):
        try:
            make(1)
        except RuntimeError as error:
            print(make.__name__, error)
    limit = asyncio.Timeout(1)
    try:
        limit.__aenter__().send(None)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
outside()
