# Asynchronous comprehensions and generators in all places.
import asyncio


async def count(n, pause=0):
    for i in range(n):
        await asyncio.sleep(pause)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


class Pages:
    def __init__(self, *pages):
        self.pages = pages

    def __aiter__(self):
        self.at = 0
        return self

    async def __anext__(self):
        if self.at == len(self.pages):
            raise StopAsyncIteration
        self.at += 1
        return self.pages[self.at - 1]


async def main():
    # === All four kinds ===
    print([x async for x in count(3)], {x async for x in count(3)}, {x: x * x async for x in count(3)}, [x async for x in (y async for y in count(3))])
    print([await double(x) for x in range(3)], [await double(x) async for x in count(3)], {await double(1): await double(2)}, [x for x in [1, 2] if await double(x) > 2])

    # === Conditions and nesting ===
    print([x async for x in count(6) if x % 2 if x > 1], [(x, y) async for x in count(2) for y in "ab"], [(x, y) for x in "ab" async for y in count(2)], [[z async for z in count(x)] async for x in count(3)])
    print([item async for page in Pages([1, 2], [3]) for item in page], [word async for word in Pages("a", "b")])

    # === Lazy ===
    lazy = (await double(x) async for x in count(3))
    print(type(lazy).__name__, await anext(lazy), [x async for x in lazy])
    mixed = (x for x in await double([1]))
    print(type(mixed).__name__, list(mixed))
    print(sum([x async for x in count(4)]), max([x async for x in count(4)]), dict([(x, 1) async for x in count(2)]), *[x async for x in count(2)])
    try:
        sum(x async for x in count(2))
    except TypeError as error:
        print(error)
    try:
        [x for x in count(2)]
    except TypeError as error:
        print(error)
    try:
        plain = [1]
        [x async for x in plain]
    except TypeError as error:
        print(error)

    # === Scopes ===
    x = "outside"
    print([x async for x in count(2)], x)
    print([last := y async for y in count(3)], last)
    functions = [(lambda: i) async for i in count(3)]
    print([f() for f in functions])

    # === Errors inside ===
    async def fails():
        yield 1
        raise ValueError("in the middle")

    try:
        [x async for x in fails()]
    except ValueError as error:
        print(error)

    # === async for with else, break, continue ===
    async for n in count(5):
        if n == 1:
            continue
        if n == 3:
            break
        print("n", n)
    else:
        print("not printed")
    async for n in count(0):
        pass
    else:
        print("else")
    async for i, (a, b) in Pages((1, (2, 3))):
        print(i, a, b)


asyncio.run(main())
for source in ("[x async for x in y]", "def f(): [await x for x in y]", "async def f():\n  def g(): return [x async for x in y]", "lambda: [x async for x in y]", "async def f(): yield 1; return 2", "async def f(): yield from x", "(x async for x in y)"):
    try:
        compile(source, "s", "exec")
        print("fine")
    except SyntaxError as error:
        print(error.msg)
