# Debug mode refuses steps from other threads: tasks that nothing will wake any more go with the last name for them.
import asyncio, threading, sys
def say(x): print(x,file=sys.stderr,flush=True)
async def nothing(): pass
async def wait(ev): await ev.wait()
def w(ev,t,q,loop):
    for what in (ev.set, t.cancel, lambda: q.put_nowait(1), lambda: loop.create_task(c)):
        c = nothing()
        try: what(); say('silent')
        except RuntimeError as e: say(e)
        say('next')
        c.close()
async def sub():
    loop=asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: say((context["message"], context["task"].get_name())))
    ev=asyncio.Event(); t=asyncio.create_task(wait(ev)); await asyncio.sleep(0)
    q=asyncio.Queue(); getter=asyncio.create_task(q.get()); await asyncio.sleep(0)
    th=threading.Thread(target=w,args=(ev,t,q,loop)); th.start(); th.join()
    loop.call_soon_threadsafe(lambda: say('safe'))
    f=asyncio.run_coroutine_threadsafe(asyncio.sleep(0,'x'), loop)
    say(await asyncio.wrap_future(f))
    say(len(asyncio.all_tasks()))
    return
async def main():
    await sub()
    say('main goes on')
    say(len(asyncio.all_tasks()))
asyncio.run(main(), debug=True)
