# Forgotten awaits, exceptions that nobody looks at, lost tasks: told when the last reference goes.
# gc: all
import asyncio, gc, sys
def say(*a): print(*a, file=sys.stderr)
async def f(x=None): return x
async def fail(m): raise ValueError(m)
async def main():
    say("-- 1 forgotten await")
    f()
    asyncio.sleep(1)
    say("-- 2 condition")
    if f():
        say("taken")
    say("-- 8 exception nobody looks at")
    t = asyncio.create_task(fail("kept"))
    await asyncio.sleep(0.01)
    say("kept")
    del t
    say("deleted")
    asyncio.create_task(fail("nobody"))
    await asyncio.sleep(0.01)
    say("after nobody")
    say("-- 9 lost task")
    async def lost():
        fut = asyncio.get_running_loop().create_future()
        try:
            await fut
        finally:
            say("lost finally")
    asyncio.create_task(lost(), name="lost")
    await asyncio.sleep(0)
    say("before gc")
    gc.collect()
    say("after gc")
    await asyncio.sleep(0)
    say("-- gather")
    r = await asyncio.gather(fail("g1"), fail("g2"), return_exceptions=True)
    say(r)
    r = None
    try:
        await asyncio.gather(fail("h1"), fail("h2"))
    except ValueError as e:
        say(repr(e))
    await asyncio.sleep(0.01)
    say("-- wait")
    done, pending = await asyncio.wait([asyncio.create_task(fail("w"))])
    say(len(done))
    done = None
    say("done dropped")
    fut = asyncio.get_running_loop().create_future()
    fut.set_exception(KeyError("fut"))
    fut = None
    say("-- shield, wait_for")
    try:
        await asyncio.wait_for(fail("wf"), 1)
    except ValueError as e: say(repr(e))
    say("-- coroutine in list")
    l = [f(), f(2)]
    l.clear()
    say("-- create_task not started, then cancelled")
    t = asyncio.create_task(f())
    t.cancel()
    try: await t
    except asyncio.CancelledError: say("cancelled")
    t = None
    say("-- close by hand")
    c = f()
    c.close()
    c = None
    say("end of main")
asyncio.run(main())
say("after run")
