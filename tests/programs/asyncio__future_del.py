# Futures and tasks with a __del__ of their own: the report is the base class's.
import asyncio, sys
class F(asyncio.Future):
    def __del__(self):
        print('del'); super().__del__()
class G(asyncio.Future):
    def __del__(self):
        print('G del')
class T(asyncio.Task):
    def __del__(self):
        print('T del', self.get_name()); super().__del__()
async def bad(): 1/0
async def main():
    loop=asyncio.get_running_loop()
    loop.set_exception_handler(lambda l,c: print(c['message']))
    f=F(); f.set_exception(ValueError('x')); f=None
    print('a')
    f=G(); f.set_exception(ValueError('x')); f=None
    print('b')
    t=T(bad(),name='t',loop=loop); await asyncio.sleep(0); t=None
    print('c')
    async def w(): await loop.create_future()
    t=T(w(),name='t2',loop=loop); await asyncio.sleep(0); t=None
    import gc; gc.collect()
    print('d')
    f=F(); f.set_result(1); f.__del__(); f=None
    print('e')
asyncio.run(main())
