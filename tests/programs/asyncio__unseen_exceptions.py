# Exceptions that nobody asks for: who reports them, and when.
import asyncio
import sys


def say(text):
    print(text, file=sys.stderr)


async def fail(text):
    raise ValueError(text)


def on_trouble(loop, context):
    say(f"handler: {context['message'].partition(' ')[0]} … {context['exception']!r} {sorted(context)}")


async def main():
    loop = asyncio.get_running_loop()

    # === A callback that fails is reported at once ===
    loop.set_exception_handler(on_trouble)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    say("after the callback")

    # === A task that fails is reported when it is dropped ===
    task = asyncio.create_task(fail("dropped"))
    await asyncio.sleep(0.01)
    say("not yet reported")
    task = None
    say("now it was")

    # === A task whose exception was looked at is not reported ===
    task = asyncio.create_task(fail("seen"))
    await asyncio.wait([task])
    say(repr(task.exception()))
    task = None

    # === A future, too ===
    future = loop.create_future()
    future.set_exception(KeyError("future"))
    future = None

    # === A handler that fails ===
    def bad_handler(loop, context):
        raise OSError("the handler itself")

    loop.set_exception_handler(bad_handler)
    loop.call_exception_handler({"message": "trouble"})

    # === The default handler, by hand ===
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "something happened", "exception": ValueError("why"), "zeta": 1, "alpha": [2]})
    loop.call_exception_handler({"message": "no exception here"})
    loop.call_exception_handler({})
    try:
        loop.set_exception_handler("wrong")
    except TypeError as error:
        say(error)


asyncio.run(main())
