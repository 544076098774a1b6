# A loop that is stopped cuts off clean-up that awaits; its tasks are destroyed at the end.
import asyncio, sys
def say(*a): print(*a, file=sys.stderr)
async def work(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        say("cleaning up", n)
        await asyncio.sleep(1)
        say("never reached", n)
        raise
loop = asyncio.new_event_loop()
async def main():
    loop.call_later(0.1, loop.stop)
    t = asyncio.create_task(work(5), name="bg")
    await asyncio.sleep(0.05)
    t.cancel()
    await asyncio.sleep(10)
t = loop.create_task(main(), name="main")
loop.run_forever()
say("stopped")
loop.close()
say("closed")
del t
say("dropped")
