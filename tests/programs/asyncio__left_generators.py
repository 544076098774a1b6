# Asynchronous generators left in the middle are closed by their loop.
# gc: all
import asyncio, sys
def say(*a): print(*a, file=sys.stderr)
async def agen(name):
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0)
    finally:
        say(name, "closing")
        await asyncio.sleep(0)
        say(name, "closed")
async def main():
    async for x in agen("broken out"):
        if x == 1: break
    say("after break")
    await asyncio.sleep(0.01)
    say("later")
    g = agen("named")
    say(await anext(g))
    g = None
    say("name gone")
    await asyncio.sleep(0.01)
    g = agen("deleted at end")
    await anext(g)
    global keep
    keep = agen("kept")
    await anext(keep)
    say("main ends")
    try:
        async for x in agen("raised"):
            raise ValueError("x")
    except ValueError as e:
        say("caught", e)
    await asyncio.sleep(0.01)
    async def bad():
        try:
            yield 1
        finally:
            raise KeyError("bad")
    b = bad()
    await anext(b)
    b = None
    await asyncio.sleep(0.01)
    b2 = bad()
    await anext(b2)
    globals()["b2"] = b2
    x = agen("step").asend(None)
    del x
asyncio.run(main())
say("run over")
def sync():
    yield
async def noloop():
    try: yield 1
    finally: say("noloop finally")
n = noloop()
try: n.asend(None).send(None)
except StopIteration as e: say(e.value)
n = None
say("end")
