# Two tea bags again, but the cook does something else while the tea draws.
#
# At each `await` a coroutine may wait, and the event loop lets another one run meanwhile. The waits overlap.

import asyncio
import time


async def brew(name, seconds):
    print(f"{name}: pour the water")
    await asyncio.sleep(seconds)
    print(f"{name}: ready")


async def main():
    begin = time.monotonic()
    await asyncio.gather(brew("green tea", 1), brew("black tea", 1))
    print(f"both cups took {time.monotonic() - begin:.0f} s")


# asyncio.run makes an event loop, runs main() in it, and closes the loop.
# Try this: write time.sleep(seconds) in place of the await. What is the sum now?
asyncio.run(main())
