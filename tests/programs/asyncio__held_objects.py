# What tasks, coroutines, callbacks, timers and queues held goes with them.
# gc: all
import asyncio, sys, gc
def say(*a): print(*a, file=sys.stderr)
loop = asyncio.new_event_loop()
async def waits(ev):
    try:
        await ev.wait()
    finally:
        say("waits finally")
async def main():
    ev = asyncio.Event()
    t = asyncio.create_task(waits(ev), name="waiter")
    await asyncio.sleep(0)
loop.run_until_complete(main())
say("done")
gc.collect()
say("collected")
loop.close()
# callbacks of futures
class Res:
    def __init__(self, n): self.n = n
    def __del__(self): say("del", self.n)
async def uses():
    r = Res("in coroutine")
    await asyncio.sleep(0)
    return Res("result")
async def main2():
    say("start")
    await uses()
    say("after uses")
    t = asyncio.create_task(uses())
    r = await t
    say("got", r.n)
    r = None
    say("task still has it")
    t = None
    say("gone")
    asyncio.get_running_loop().call_soon(lambda r: say("callback", r.n), Res("arg of a callback"))
    await asyncio.sleep(0)
    say("after callback")
    h = asyncio.get_running_loop().call_later(10, say, Res("timer"))
    h.cancel()
    h = None
    await asyncio.sleep(0)
    say("timer cancelled")
    q = asyncio.Queue()
    q.put_nowait(Res("queued"))
    say((await q.get()).n)
    say("taken")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(uses())
    say("group")
    x = await asyncio.gather(uses(), uses())
    say(len(x))
    x = None
    say("gathered")
    try:
        async with asyncio.timeout(0.01):
            r = Res("timed out")
            await asyncio.sleep(1)
    except TimeoutError:
        say("timeout")
    r = None
    say("end main2")
asyncio.run(main2())
say("end")
