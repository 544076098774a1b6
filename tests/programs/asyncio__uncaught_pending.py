# exit: 1
# A loop that an uncaught exception leaves behind: its task is told of before its coroutine is closed.
import asyncio
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
async def forever():
    try: await asyncio.Event().wait()
    finally: print('fin')
def go():
    loop=asyncio.new_event_loop()
    d=D('go')
    t=loop.create_task(forever(),name='p')
    loop.run_until_complete(asyncio.sleep(0))
    raise ValueError
go()
