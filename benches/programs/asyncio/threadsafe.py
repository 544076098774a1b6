import asyncio
import threading


async def answer(value):
    return value


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
for i in range(TURNS):
    asyncio.run_coroutine_threadsafe(answer(i), loop).result()
loop.call_soon_threadsafe(loop.stop)
thread.join()
