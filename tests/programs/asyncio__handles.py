# Handles of call_soon, call_later and call_at: cancelled, shown, compared, asked when.
import asyncio
import re


def text(handle):
    return re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"when=[\d.]+", "when=T", repr(handle)))


def called(*args):
    print("called", *args)


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(called, 1, "two")
    print(text(handle), handle.cancelled(), type(handle).__name__)
    print(handle.cancel(), handle.cancelled(), handle.cancel(), text(handle))
    done = loop.call_soon(called, "runs")
    await asyncio.sleep(0)
    print(text(done), done.cancelled())
    done.cancel()
    print(text(done), done.cancelled())

    timer = loop.call_later(0.01, called, "timer")
    print(text(timer), timer.when() > loop.time(), timer.cancelled(), isinstance(timer, asyncio.Handle))
    other = loop.call_at(timer.when(), called, "same time")
    print(timer == other, timer < other, timer <= other, timer > other, timer == 5)
    early = loop.call_at(0.0, called, "early")
    print(early < timer, early.when(), sorted([timer, early])[0] is early)
    early.cancel()
    await asyncio.sleep(0.02)
    print(text(timer))
    timer.cancel()
    print(text(timer), timer.when() < loop.time())
    try:
        loop.call_soon(print, end="")
    except TypeError as error:
        print(error)
    for wrong in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print), lambda: loop.call_later("1", print)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    try:
        timer < 5
    except TypeError as error:
        print(error)
    handle = loop.call_soon(lambda: None)
    print(text(handle).split(" at ")[0])
    handle = loop.call_soon(asyncio.Event().set)
    print(text(handle))


asyncio.run(main())
