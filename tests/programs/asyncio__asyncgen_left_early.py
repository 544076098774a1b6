# Asynchronous generators that are left in the middle: when their clean-up runs, and who runs it.
import asyncio


async def numbers(name):
    try:
        for n in range(5):
            yield n
            await asyncio.sleep(0)
    finally:
        print(name, "cleans up in", asyncio.current_task().get_name())
        await asyncio.sleep(0)
        print(name, "is clean")


async def first(name):
    async for n in numbers(name):
        return n


async def main():
    asyncio.current_task().set_name("main")
    print("# === break, and the generator goes with its name ===")
    async for n in numbers("a"):
        if n == 1:
            break
    print("after the loop")
    for _ in range(4):
        await asyncio.sleep(0)

    print("# === aclosing cleans up at once ===")
    from contextlib import aclosing

    async with aclosing(numbers("b")) as agen:
        async for n in agen:
            break
    print("after the block")

    print("# === Held by a name, it stays open ===")
    held = numbers("c")
    async for n in held:
        break
    await asyncio.sleep(0)
    print("still open:", held.ag_running, held.ag_frame is not None)
    print([n async for n in held])
    print("exhausted:", held.ag_frame)

    print("# === Left by a return ===")
    print(await first("d"))
    for _ in range(4):
        await asyncio.sleep(0)

    print("# === Open when the loop ends: run() closes it ===")
    main.kept = numbers("e")
    print(await anext(main.kept))


asyncio.run(main())
print("run is over")
