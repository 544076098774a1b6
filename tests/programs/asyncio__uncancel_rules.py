# cancel, cancelling and uncancel: a counter beside the exception.
import asyncio


async def main():
    me = asyncio.current_task()
    print("# === Uncancel before it arrives takes the exception back ===")
    me.cancel("one")
    print(me.cancelling(), me.uncancel())
    await asyncio.sleep(0)
    print("nothing came")

    print("# === Twice cancelled, once taken back ===")
    me.cancel("one")
    me.cancel("two")
    print(me.uncancel())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("came", error.args, me.cancelling())
    print(me.uncancel(), me.uncancel(), me.cancelling())

    print("# === One exception for many cancels ===")

    async def counts():
        seen = 0
        while seen < 2:
            try:
                await asyncio.sleep(0.01)
                return seen
            except asyncio.CancelledError as error:
                seen += 1
                print("seen", error.args)

    task = asyncio.create_task(counts())
    await asyncio.sleep(0)
    print(task.cancel("a"), task.cancel("b"), task.cancel("c"), task.cancelling())
    print(await task, task.cancelling(), task.cancel(), task.cancelling(), task.uncancel())

    print("# === A group looks at the counter ===")

    async def grouped():
        async with asyncio.TaskGroup():
            try:
                asyncio.current_task().cancel()
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                print("swallowed inside the group")
        return "not reached?"

    task = asyncio.create_task(grouped())
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling())

    print("# === A timeout looks at it, too ===")

    async def timed():
        asyncio.current_task().cancel()
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            pass
        try:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
        except TimeoutError:
            return "a timeout, although cancelled before", asyncio.current_task().cancelling()

    print(await asyncio.create_task(timed()))


asyncio.run(main())
