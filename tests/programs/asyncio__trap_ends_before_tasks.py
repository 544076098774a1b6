# A program that ends before its tasks: what they see, and what they can still do.
import asyncio


async def background(name, *, cleanup=0.0):
    try:
        print(name, "starts")
        await asyncio.sleep(10)
        print(name, "never gets here")
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        await asyncio.sleep(cleanup)
        print(name, "cleaned up")
        raise


async def forgetful():
    asyncio.create_task(background("not even started"))
    return "forgetful"


async def polite():
    task = asyncio.create_task(background("polite", cleanup=0.01))
    await asyncio.sleep(0)
    return "polite"


async def refuses():
    async def stays():
        while True:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("stays refuses once")
                break
        return "ended by itself"

    global kept
    kept = asyncio.create_task(stays())
    await asyncio.sleep(0)
    return "refuses"


async def waits_properly():
    task = asyncio.create_task(quick())
    await task
    return "waits"


async def quick():
    print("quick done")


for main in (forgetful, polite, refuses, waits_properly):
    print("# ===", asyncio.run(main()), "===")
print(kept.done(), kept.cancelled(), kept.result())
