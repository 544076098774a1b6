import asyncio


async def work():
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[work() for _ in range(TASKS)])


asyncio.run(main())
