import asyncio


async def main():
    await asyncio.sleep(0.2)  # imports have taken time, which waits make up for
    print("tick", flush=True)
    for _ in range(100):
        await asyncio.sleep(0.01)
        print("tick", flush=True)


asyncio.run(main())
