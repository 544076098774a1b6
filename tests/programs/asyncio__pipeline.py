# A pipeline of stages joined by queues, and the same with async generators.
import asyncio


async def source(out, items):
    for item in items:
        await out.put(item)
    await out.put(None)


async def stage(name, take, give, work):
    count = 0
    while (item := await take.get()) is not None:
        result = await work(item)
        count += 1
        if result is not None:
            await give.put(result)
    await give.put(None)
    print(name, "handled", count)


async def sink(take):
    items = []
    while (item := await take.get()) is not None:
        items.append(item)
    return items


async def double(n):
    await asyncio.sleep(0.001)
    return n * 2


async def only_small(n):
    return n if n < 10 else None


# === With generators ===
async def count(n):
    for i in range(n):
        await asyncio.sleep(0.001)
        yield i


async def squares(numbers):
    async for n in numbers:
        yield n * n


async def chunks(items, size):
    chunk = []
    async for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield tuple(chunk)
            chunk.clear()
    if chunk:
        yield tuple(chunk)


async def take(items, n):
    if n <= 0:
        return
    async for item in items:
        yield item
        n -= 1
        if n == 0:
            return


async def main():
    queues = [asyncio.Queue(2) for _ in range(3)]
    *_, result = await asyncio.gather(
        source(queues[0], range(8)),
        stage("double", queues[0], queues[1], double),
        stage("filter", queues[1], queues[2], only_small),
        sink(queues[2]),
    )
    print(result)
    async for chunk in chunks(squares(count(7)), 3):
        print(chunk)
    print([n async for n in take(squares(count(100)), 4)])
    print({n: n % 3 async for n in count(4)}, {n % 2 async for n in count(5)}, sum([n async for n in count(5) if n % 2]))
    print([x async for row in take(chunks(count(5), 2), 2) for x in row], [[y async for y in count(x)] async for x in count(3)])
    generator = (n async for n in count(3))
    print(await anext(generator), [n async for n in generator])
    print([await double(n) for n in range(3)], [n for n in range(4) if await only_small(n * 4) is not None])


asyncio.run(main())
