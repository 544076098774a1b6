# The loop's thread is in the library alone, but a coroutine of the program's waits in the loop: that holds the names, too.
import asyncio
import threading


class Noisy:
    def __del__(self):
        print("it ends")


async def waits():
    ready.set()
    await asyncio.sleep(100)


loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
ready = threading.Event()
future = asyncio.run_coroutine_threadsafe(waits(), loop)
ready.wait()
name = Noisy()
coroutine = waits()
print("the program ends")
