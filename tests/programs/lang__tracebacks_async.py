# A traceback through await: the coroutines that were waiting are its frames.
# exit: 1
import asyncio

async def fetch(name):
    await asyncio.sleep(0.01)
    prices = {"tea": 3}
    return prices[name]

async def total(names):
    result = 0
    for name in names:
        result += await fetch(name)
    return result

async def main():
    print(await total(["tea", "tea"]))
    task = asyncio.create_task(total(["tea", "cake"]))
    print(await task)

asyncio.run(main())
