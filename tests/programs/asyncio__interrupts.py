# The first interrupt cancels what asyncio.run runs, the second one is raised at once.
import asyncio, _thread, threading, time
def later(delay=0.1):
    t = threading.Timer(delay, _thread.interrupt_main); t.daemon = True; t.start()
async def one():
    later()
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("cancelled"); raise
try: asyncio.run(one())
except KeyboardInterrupt as e: print(repr(e), e.__context__)
async def two():
    later(); later(0.3)
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("cancelled once")
        try: await asyncio.sleep(0.5)
        finally: print("left")
try: asyncio.run(two())
except KeyboardInterrupt as e: print(repr(e))
async def three():
    later()
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        return "swallowed"
print(asyncio.run(three()))
async def four():
    later(); later(0.2)
    time.sleep(1)
try: asyncio.run(four())
except KeyboardInterrupt as e: print(repr(e))
loop = asyncio.new_event_loop()
later()
loop.call_later(0.3, print, "late")
try: loop.run_forever()
except KeyboardInterrupt as e: print(repr(e), loop.is_running())
loop.close()
async def main():
    later(0.1)
    while True:
        await asyncio.sleep(0)
try: asyncio.run(main())
except KeyboardInterrupt as e: print(repr(e), repr(e.__context__))
