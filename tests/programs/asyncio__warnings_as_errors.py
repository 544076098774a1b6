# exit: 0
# Warnings made errors: "never awaited" has nobody to be raised to, deprecations have.
import asyncio
import sys
import warnings

warnings.simplefilter("error")


async def work():
    pass


def hook(args):
    print("unraisable:", args.exc_type.__name__, args.exc_value, "|", args.err_msg)


sys.unraisablehook = hook


async def main():
    work()
    print("goes on")
    coro = work()
    del coro
    print("goes on")
    task = asyncio.create_task(work())
    await task
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        work()
    print("ignored")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        work()
        print([(w.category.__name__, str(w.message)) for w in caught])
    try:
        asyncio.get_event_loop_policy()
        print("no warning for policies in 3.13")
    except DeprecationWarning as warning:
        print(warning)


asyncio.run(main())
