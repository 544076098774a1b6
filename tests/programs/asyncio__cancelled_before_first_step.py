# A coroutine that another one was given, which was cancelled before its first step, ends with the CancelledError that holds that frame.
import asyncio
import sys


async def inner(name):
    pass


async def outer(coroutine):
    await coroutine


def say(text):
    print(text, file=sys.stderr, flush=True)


async def main():
    task = asyncio.create_task(outer(inner(1)))
    task.cancel()
    await asyncio.wait([task])
    say("waited")
    del task
    say("the task is gone")
    task = asyncio.create_task(outer(inner(2)))
    task.cancel()
    [result] = await asyncio.gather(task, return_exceptions=True)
    say(f"gathered {result!r}")
    await asyncio.sleep(0)
    task = None
    say("the second task is gone")
    coroutine = outer(inner(3))
    try:
        coroutine.throw(ValueError("thrown"))
    except ValueError:
        say("caught")
    say("end")


asyncio.run(main())
