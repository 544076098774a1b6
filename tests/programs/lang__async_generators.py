# Async generators, comprehensions and managers under asyncio.
import asyncio
from contextlib import asynccontextmanager

# === Async generators ===
async def countdown(n):
    try:
        while n:
            yield n
            await asyncio.sleep(0)
            n -= 1
    finally:
        print("countdown over")

async def echo():
    got = None
    while True:
        got = yield got

@asynccontextmanager
async def session(name):
    print("open", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("session saw", error)
    finally:
        await asyncio.sleep(0)
        print("close", name)

class Retry:
    def __init__(self, times):
        self.left = times
    def __aiter__(self):
        return self
    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left

async def main():
    async for n in countdown(3):
        print(n)
    print([n async for n in countdown(2)], {n: n * n async for n in Retry(3)})
    print([await asyncio.sleep(0, n) for n in range(3)], sum([n async for n in Retry(4) if n % 2]))

    # === Sending ===
    e = echo()
    print(await e.asend(None), await e.asend("a"), await e.asend("b"))
    await e.aclose()
    try:
        await anext(e)
    except StopAsyncIteration:
        print("closed")

    # === Leaving early ===
    numbers = countdown(5)
    async for n in numbers:
        if n == 4:
            break
    await numbers.aclose()

    # === Managers ===
    async with session("a") as a, session("b") as b:
        print(a, b)
    async with session("c"):
        raise ValueError("inside")
    try:
        async with session("d"):
            raise KeyError("passed on")
    except KeyError as error:
        print("main saw", error)

    # === Errors ===
    try:
        async for n in [1]:
            pass
    except TypeError as error:
        print(error)
    try:
        for n in countdown(1):
            pass
    except TypeError as error:
        print(error)
    try:
        async with 5:
            pass
    except TypeError as error:
        print(error)

asyncio.run(main())
