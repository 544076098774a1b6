# What is asked of futures with methods of their own, what only looks like a future, and a generator that a task yields.
import asyncio, concurrent.futures as cf, threading, types
f=cf.Future()
try: asyncio.futures._chain_future(1, f)
except Exception as e: print(type(e),e)
try: asyncio.futures._chain_future(f, 1)
except Exception as e: print(type(e),e)
async def gen_yielder():
    @types.coroutine
    def g():
        def inner():
            yield 1
        yield inner()
    try: await g()
    except Exception as e: print(type(e), str(e).split(' with ')[-1].split(' at')[0])
    @types.coroutine
    def g2():
        yield 5
    try: await g2()
    except Exception as e: print(type(e), e)
class F(asyncio.Future):
    def result(self): print('asked result'); return super().result()
    def exception(self): print('asked exc'); return super().exception()
    def __del__(self): print('F del')
async def sub():
    loop=asyncio.get_running_loop()
    f=F(loop=loop); loop.call_soon(f.set_result,5)
    print(await f)
    f=F(loop=loop); f.set_result(6)
    print(await f)
    f=F(loop=loop); loop.call_soon(f.set_exception,ValueError(1))
    try: await f
    except ValueError as e: print('VE')
    del f
    print(await asyncio.gather(F2(loop=loop)))
    print(await asyncio.wait_for(F2(loop=loop),1))
class F2(asyncio.Future):
    def __init__(self,**k):
        super().__init__(**k); self.set_result(0)
    def result(self): return 'other'
asyncio.run(gen_yielder())
asyncio.run(sub())
