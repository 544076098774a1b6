# Development mode: all warnings, and every loop in debug mode.
# python: -X dev
import asyncio
import gc
import sys
import threading
import time
import warnings

print(sys.flags.dev_mode, sys.warnoptions, warnings.filters[0], len(warnings.filters))

# === All warnings ===
for kind in DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning:
    warnings.warn("told", kind)


# === What a loop tells ===
def fail():
    1 / 0


async def slow():
    time.sleep(0.12)


async def f():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop)
    handle = loop.call_soon(print, "called", "x" * 50, [1, 2, 3, 4, 5, 6, 7, 8])
    print(handle)
    await asyncio.sleep(0)
    print(loop.call_soon(fail))
    task = loop.create_task(f(), name="t")
    print(task)
    await task
    future = asyncio.Future()
    print(future)
    future.set_exception(ValueError("never looked at"))
    del future
    f()
    await asyncio.sleep(0)
    task = loop.create_task(slow(), name="slow")
    await task
    loop.slow_callback_duration = 0.5
    await loop.create_task(slow())


asyncio.run(main())


# === Reports of a callback ===
def report(loop):
    loop.call_exception_handler({"message": "trouble", "number": 1})


async def reported():
    loop = asyncio.get_running_loop()
    loop.call_soon(report, None).cancel()
    loop.call_soon(lambda: report(loop))
    await asyncio.sleep(0)


asyncio.run(reported())


# === Calls from another thread ===
async def called():
    loop = asyncio.get_running_loop()
    future = asyncio.Future()
    future.add_done_callback(lambda future: print("never called"))

    def attempt(what):
        try:
            what()
        except RuntimeError as error:
            print(error)

    for what in (
        lambda: loop.call_soon(print),
        lambda: loop.call_later(1, print),
        lambda: loop.call_at(1, print),
        lambda: future.set_result(1),
    ):
        thread = threading.Thread(target=attempt, args=(what,))
        thread.start()
        thread.join()
    await asyncio.sleep(0)
    print(future.result())
    loop.set_debug(False)
    thread = threading.Thread(target=attempt, args=(lambda: loop.call_soon(print, "late"),))
    thread.start()
    thread.join()
    await asyncio.sleep(0)


asyncio.run(called())


# === Left behind ===
def lost():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(asyncio.sleep(0))


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    lost()
    gc.collect()
for warning in log:
    print(warning.category.__name__, warning.message)
