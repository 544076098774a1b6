# Asynchronous comprehensions of all kinds: nested, with await in every place, with errors and cancellation.
import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(n):
    await asyncio.sleep(0)
    return n * 2


async def is_even(n):
    return n % 2 == 0


async def fails(n):
    if n == 2:
        raise ValueError(f"at {n}")
    return n


async def main():
    print([n async for n in numbers(3)], {n async for n in numbers(3)}, {n: -n async for n in numbers(2)})
    print([await double(n) for n in range(3)], [await double(n) async for n in numbers(3) if await is_even(n)])
    print([(a, b) async for a in numbers(2) for b in range(2)], [(a, b) for a in range(2) async for b in numbers(a + 1)])
    print([[await double(m) async for m in numbers(n)] async for n in numbers(3)])
    print({await double(n): [k async for k in numbers(n)] for n in range(3)})
    generator = (await double(n) for n in range(3))
    print(type(generator).__name__, [n async for n in generator])
    lazy = (n async for n in numbers(3))
    print(await anext(lazy), [n async for n in lazy])
    plain = (n for n in [await double(1), await double(2)])
    print(type(plain).__name__, list(plain))
    print(sum([n async for n in numbers(5)]), any([await is_even(n) for n in (1, 3)]), await asyncio.gather(*[double(n) for n in range(3)]))
    print([x async for x in numbers(10) if x % 3 == 0 if x], f"{await double(4)} and {[n async for n in numbers(2)]}")
    try:
        print([await fails(n) async for n in numbers(5)])
    except ValueError as error:
        print(error)
    for wrong in (lambda: sum(n async for n in numbers(2)), lambda: list(n async for n in numbers(2)), lambda: "".join(c async for c in numbers(2))):
        try:
            wrong()
        except TypeError as error:
            print(error)
    seen = []
    task = asyncio.create_task(collect(seen))
    await asyncio.sleep(0.025)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), seen)
    walrus = [last async for n in numbers(3) if (last := n) >= 0]
    print(walrus, last)
    print(await nested()())


async def collect(seen):
    return [seen.append(n) or await asyncio.sleep(0.01) async for n in numbers(100)]


def nested():
    async def inner():
        values = [n async for n in numbers(2)]
        return [lambda n=n: n for n in values][1](), [await double(n) for n in values]

    return inner


asyncio.run(main())
