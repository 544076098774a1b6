# The line at which a coroutine is told of that a loop's items, an exception's frames or a refused __await__ held.
import asyncio
import sys


def say(text):
    print(text, file=sys.stderr, flush=True)


async def first():
    pass


async def second():
    pass


def refuse(argument):
    raise TypeError


def loops():
    for item in ([], [first()], None):
        try:
            refuse(item)
        except TypeError:
            say("refused")
    say("the loop is over")


class Strange:
    async def __await__(self):
        pass


async def main():
    try:
        await Strange()
    except TypeError as error:
        say(error)
    say("next")


loops()
asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
try:
    loop.create_task(second())
except RuntimeError as error:
    say(error)
say("end")
