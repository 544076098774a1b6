import asyncio


async def main():
    print("tick", flush=True)
    for _ in range(100):
        await asyncio.sleep(0.01)
        print("tick", flush=True)


asyncio.run(main())
