# All children of a gather that nobody has are told of in one collection, and so is who is lost after them.
import asyncio, gc, sys
def say(x): print(x,file=sys.stderr,flush=True)
async def w(n):
    await asyncio.get_running_loop().create_future()
async def w2(n):
    try: await asyncio.get_running_loop().create_future()
    finally: say(f'fin {n}')
async def main():
    loop=asyncio.get_running_loop()
    asyncio.gather(w(1),w(2),w(3))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    say('collect'); gc.collect(); say('collected')
    await asyncio.sleep(0)
    say('turn')
    gc.collect(); say('collected')
    t=asyncio.create_task(w(4),name='later'); await asyncio.sleep(0); t=None
    say('lost'); gc.collect(); say('collected')
    await asyncio.sleep(0)
    say('A')
    asyncio.gather(w2(1),w2(2),w2(3))
    await asyncio.sleep(0)
    say('collect'); gc.collect(); say('collected')
    await asyncio.sleep(0)
    say('turn')
    t=asyncio.create_task(w2(4),name='later'); await asyncio.sleep(0); t=None
    say('lost'); gc.collect(); say('collected')
    g=asyncio.gather(w2(5),w2(6))
    await asyncio.sleep(0); g=None
    say('collect'); gc.collect(); say('collected')
    t=asyncio.create_task(w2(7),name='later'); await asyncio.sleep(0); t=None
    say('lost'); gc.collect(); say('collected')
    say(asyncio.all_tasks()-{asyncio.current_task()})
asyncio.run(main())
