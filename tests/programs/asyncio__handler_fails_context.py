# An exception handler that fails: the exception it was called for is the context of its own.
import asyncio, sys
def handler(loop, ctx):
    print('exc', repr(sys.exception()))
    raise LookupError('handler')
class E(Exception):
    def __repr__(s): raise OSError('repr')
def cb(x): 1/0
async def main():
    loop=asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(cb, 1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    def dflt(ctx): raise ValueError('default')
    loop.default_exception_handler=dflt
    loop.call_soon(cb, 1)
    await asyncio.sleep(0.01)
    loop.set_exception_handler(handler)
    loop.call_soon(cb, 2)
    await asyncio.sleep(0.01)
    del loop.default_exception_handler
    loop.call_exception_handler({'message':'own','x':1})
    async def bad(): raise KeyError
    t=asyncio.create_task(bad()); await asyncio.sleep(0); del t
    try: raise BufferError
    except BufferError:
        loop.call_exception_handler({'message':'own2','x':1})
asyncio.run(main())
