# Asynchronous generators: asend, athrow, aclose, clean-up.
import asyncio


async def echo():
    received = "nothing"
    try:
        while True:
            try:
                received = yield f"got {received}"
                await asyncio.sleep(0)
            except ValueError as error:
                print("inside:", error)
                received = "recovered"
    finally:
        print("clean-up")
        await asyncio.sleep(0)
        print("cleaned")


async def show(awaitable):
    try:
        print(await awaitable)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


async def main():
    # === asend, athrow, aclose ===
    agen = echo()
    await show(agen.asend("early"))
    agen = echo()
    print(await agen.asend(None), await agen.asend(1), await agen.athrow(ValueError("v")), await anext(agen))
    await agen.aclose()
    await show(anext(agen))
    await show(agen.aclose())
    agen = echo()
    await anext(agen)
    await show(agen.athrow(KeyError("through")))
    await show(anext(agen))

    # === Never started ===
    fresh = echo()
    await fresh.aclose()
    await show(anext(fresh))
    fresh = echo()
    await show(fresh.athrow(TypeError("at once")))

    # === Ignoring the end ===
    async def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    agen = stubborn()
    await anext(agen)
    await show(agen.aclose())

    async def awaits_at_end():
        try:
            yield 1
        finally:
            await asyncio.sleep(0.01)
            print("slow clean-up done")

    agen = awaits_at_end()
    await anext(agen)
    await agen.aclose()

    # === One at a time ===
    async def slow():
        await asyncio.sleep(0.01)
        yield 1
        yield 2

    agen = slow()
    first = asyncio.create_task(anext_of(agen))
    await asyncio.sleep(0)
    await show(anext(agen))
    print(await first)
    await agen.aclose()

    # === Exceptions that would be misread ===
    async def stops():
        yield 1
        raise StopAsyncIteration("hidden")

    agen = stops()
    await anext(agen)
    await show(anext(agen))

    # === Cancelled while it waits ===
    async def forever():
        try:
            while True:
                yield "tick"
                await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("generator cancelled")
            raise

    async def consume():
        async for item in forever():
            print(item)

    task = asyncio.create_task(consume())
    await asyncio.sleep(0.01)
    task.cancel()
    await show(task)

    # === Left by break, closed by hand ===
    agen = awaits_at_end()
    async for item in agen:
        break
    await agen.aclose()
    print(agen.ag_running, agen.ag_await, type(agen).__name__, agen.__name__)
    try:
        agen.send(1)
    except AttributeError as error:
        print(error)


async def anext_of(agen):
    return await anext(agen)


asyncio.run(main())
