# Callbacks that cannot be called: the report has a traceback's header, although no frame of the program is left.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(3)
    loop.call_soon(lambda: 1, 2)
    future = loop.create_future()
    future.add_done_callback(lambda: 1)
    future.set_result(None)
    await asyncio.sleep(0.01)

    def handler(loop, context):
        print(context["message"].partition(" at ")[0], context["exception"], context["exception"].__traceback__ is not None)

    loop.set_exception_handler(handler)
    loop.call_soon(3)
    await asyncio.sleep(0)


asyncio.run(main())
