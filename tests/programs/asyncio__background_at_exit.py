# The program ends before its background tasks; a run inside a run; what is told at exit.
import asyncio, sys
def say(*a): print(*a, file=sys.stderr)
async def bg():
    try:
        await asyncio.sleep(100)
    finally:
        say("bg finally")
async def main():
    asyncio.create_task(bg())
    asyncio.create_task(bg())
    await asyncio.sleep(0)
    say("main ends")
asyncio.run(main())
async def inner(): say("inner")
async def outer():
    try:
        asyncio.run(inner())
    except RuntimeError as e:
        say(e)
asyncio.run(outer())
say("end")
async def never(): pass
x = never()
t = None
async def m2():
    global t
    t = asyncio.get_running_loop().create_future()
    t.set_exception(OSError("global"))
asyncio.run(m2())
say("really end")
