# An eager task that SystemExit ends at once: the task is told of, and has no coroutine any more. What is lost but can do nothing is closed.
import asyncio
import sys


async def leaves():
    raise SystemExit(9)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        asyncio.create_task(leaves())
    except SystemExit as error:
        print("left", error, file=sys.stderr, flush=True)
    print("end", file=sys.stderr, flush=True)


asyncio.run(main())


async def waits(future):
    await future


loop = asyncio.new_event_loop()
future = loop.create_future()
task = loop.create_task(waits(future))
loop.call_soon(loop.stop)
loop.run_forever()
future = task = None
loop.close()
