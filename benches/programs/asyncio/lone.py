import asyncio


async def main():
    for _ in range(TURNS):
        await asyncio.sleep(0)


asyncio.run(main())
