# asyncio.run in a thread that is not the main one: loops, exits, errors, and the end of the thread.
import asyncio
import sys
import threading
import time


def start(function, name):
    thread = threading.Thread(target=function, name=name)
    thread.start()
    thread.join()


async def where():
    task = asyncio.current_task()
    await asyncio.sleep(0)
    return threading.current_thread().name, task.get_name(), type(asyncio.get_running_loop()).__name__


start(lambda: print(asyncio.run(where())), "first")
print(asyncio.run(where()))


async def leaves(code):
    await asyncio.sleep(0)
    sys.exit(code)


async def fails():
    raise LookupError("in the loop of a thread")


threading.excepthook = lambda args: print("hook:", args.thread.name, repr(args.exc_value))
start(lambda: asyncio.run(leaves(3)), "leaves")
start(lambda: asyncio.run(fails()), "fails")


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


start(no_loop, "none")

print("# === Stopped from outside ===")
loop = asyncio.new_event_loop()
ticks = []


async def ticking():
    try:
        while True:
            ticks.append(len(ticks))
            await asyncio.sleep(0.02)
    finally:
        ticks.append("end")


def run_loop():
    asyncio.set_event_loop(loop)
    task = loop.create_task(ticking())
    try:
        loop.run_forever()
    finally:
        task.cancel()
        loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
        loop.close()


thread = threading.Thread(target=run_loop)
thread.start()
time.sleep(0.05)
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(ticks, loop.is_closed())

print("# === A daemon with a loop is left behind ===")


async def forever():
    try:
        await asyncio.sleep(1000)
    finally:
        print("never said")


threading.Thread(target=lambda: asyncio.run(forever()), daemon=True).start()
time.sleep(0.01)
print("main ends")
