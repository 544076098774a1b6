import asyncio


async def main():
    await asyncio.sleep(0.2)  # imports have taken time, which waits make up for
    print("tick", flush=True)
    await asyncio.gather(*[asyncio.sleep(i / 10_000) for i in range(1, 1001)])
    print("tick", flush=True)


asyncio.run(main())
