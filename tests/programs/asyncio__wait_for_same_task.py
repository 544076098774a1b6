# wait_for runs a coroutine in the task that calls it: name, context and cancellation are that task's.
import asyncio
import contextvars

place = contextvars.ContextVar("place", default="outside")


async def looks():
    place.set("inside")
    return asyncio.current_task().get_name(), len(asyncio.all_tasks())


async def cancels_its_task():
    asyncio.current_task().cancel("by the inner coroutine")
    await asyncio.sleep(0)


async def main():
    asyncio.current_task().set_name("main")
    print(await asyncio.wait_for(looks(), 1), place.get())
    print(await asyncio.wait_for(looks(), None), place.get())
    place.set("outside again")
    print(await asyncio.wait_for(asyncio.create_task(looks(), name="own"), 1), place.get())
    try:
        await asyncio.wait_for(cancels_its_task(), 1)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, asyncio.current_task().uncancel())
    try:
        await asyncio.wait_for(looks(), "soon")
    except TypeError as error:
        print(error)
    for wrong in (None, 3):
        try:
            await asyncio.wait_for(wrong, 1)
        except TypeError as error:
            print(error)
    try:
        await asyncio.wait_for(asyncio.sleep(1), timeout=0.01)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))


asyncio.run(main())
