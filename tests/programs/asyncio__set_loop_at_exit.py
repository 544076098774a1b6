# The loop that is set for the main thread is never let go, nor what it holds.
import asyncio
async def c():
    try: await asyncio.sleep(1)
    finally: print('fin')
loop=asyncio.new_event_loop()
asyncio.set_event_loop(loop)
t=loop.create_task(c(),name='x')
loop.run_until_complete(asyncio.sleep(0))
loop.call_soon(print, t)
loop.kept = loop.create_future()
loop.kept.set_exception(ValueError())
