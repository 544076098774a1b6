# A collection closes a lost coroutine before it tells of the task, where their order of birth says so; the end of the process meets the task first.
import asyncio, gc, sys
async def forever():
    try: await asyncio.Event().wait()
    finally: print('fin', flush=True)
async def deep(): await forever()
async def plain(): await asyncio.get_running_loop().create_future()
async def notstarted(): pass
def go(n,co):
    loop=asyncio.new_event_loop()
    t=loop.create_task(co(),name=n)
    if co is not notstarted: loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    return t
def say(x): print(x,file=sys.stderr,flush=True)
go('a',forever); say('1'); gc.collect(); say('1c')
go('b',deep); say('2'); gc.collect(); say('2c')
go('c',plain); say('3'); gc.collect(); say('3c')
go('d',notstarted); say('4'); gc.collect(); say('4c')
async def main():
    async def waits():
        f=asyncio.get_running_loop().create_future()
        try: await f
        finally: say('w fin')
    async def waits2():
        await asyncio.get_running_loop().create_future()
    t=asyncio.create_task(waits(),name='x'); await asyncio.sleep(0)
    t=None; say('x'); gc.collect(); say('xc')
    t=asyncio.create_task(waits2(),name='y'); await asyncio.sleep(0)
    t=None; say('y'); gc.collect(); say('yc')
asyncio.run(main())
t=go('e',forever)
