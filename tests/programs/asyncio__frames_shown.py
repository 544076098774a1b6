# A frame in a container is shown as a frame.
import asyncio, sys
async def w(): await asyncio.sleep(1)
async def main():
    t=asyncio.create_task(w()); print(t.get_stack()); await asyncio.sleep(0); print(t.get_stack(), t.get_stack()[0]); print({1:t.get_stack()[0]}, f'{t.get_stack()[0]}')
asyncio.run(main())
def f(): return sys._getframe()
print(f(), [f()], repr(f()), str(f()))
