# exit: 1
# What a loop writes to stderr: callbacks that fail, handlers, and the end by an exception.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def broken():
        raise ValueError("in a callback")

    loop.call_soon(broken)
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(lambda f: 1 / 0)
    future.set_result(None)
    await asyncio.sleep(0)

    # === Handlers ===
    def handler(loop, context):
        print(sorted(context), context["message"])
        loop.default_exception_handler(context)

    loop.set_exception_handler(handler)
    loop.call_soon(broken)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "made up", "task": None, "extra": 5})

    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "the default again"})
    await level_one()


async def level_one():
    async with asyncio.TaskGroup() as group:
        group.create_task(level_two(), name="second")


async def level_two():
    await asyncio.sleep(0)
    raise LookupError("the end") from OSError("why")


asyncio.run(main())
