# Queues and events as asynchronous iterators.
import asyncio


class Channel:
    END = object()

    def __init__(self, size=0):
        self.queue = asyncio.Queue(size)

    async def send(self, item):
        await self.queue.put(item)

    async def close(self):
        await self.queue.put(self.END)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.queue.get()
        if item is self.END:
            self.queue.put_nowait(self.END)
            raise StopAsyncIteration
        return item


async def merge(*sources):
    channel = Channel()

    async def pump(source):
        async for item in source:
            await channel.send(item)

    async def run():
        async with asyncio.TaskGroup() as group:
            for source in sources:
                group.create_task(pump(source))
        await channel.close()

    runner = asyncio.create_task(run())
    try:
        async for item in channel:
            yield item
    finally:
        runner.cancel()


async def timed(name, pauses):
    for n, pause in enumerate(pauses):
        await asyncio.sleep(pause)
        yield f"{name}{n}"


async def window(source, size):
    items = []
    async for item in source:
        items.append(item)
        if len(items) == size:
            yield tuple(items)
            items.pop(0)


async def numbers(n):
    for i in range(n):
        yield i


async def azip(*sources):
    iterators = [aiter(s) for s in sources]
    while True:
        try:
            yield tuple([await anext(i) for i in iterators])
        except StopAsyncIteration:
            return


async def main():
    channel = Channel(2)

    async def producer():
        for item in "abc":
            await channel.send(item)
        await channel.close()

    task = asyncio.create_task(producer())
    print([item async for item in channel], [item async for item in channel])
    await task
    print([item async for item in merge(timed("x", [0.03, 0.03]), timed("y", [0.01, 0.06]))])
    print([w async for w in window(numbers(5), 3)], [p async for p in azip(numbers(2), timed("z", [0, 0, 0]))])

    async def broken():
        yield 1
        raise ValueError("source failed")

    try:
        async with asyncio.timeout(0.05):
            async for item in merge(broken(), timed("slow", [10])):
                print("item", item)
    except TimeoutError:
        print("the channel was never closed")
    total = 0
    async for n in numbers(10):
        if n % 2:
            continue
        if n > 6:
            break
        total += n
    print(total)


asyncio.run(main())
