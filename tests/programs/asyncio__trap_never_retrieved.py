# Exceptions of tasks and futures that nobody looks at: when they are told, and what counts as looking.
import asyncio


async def fails(text):
    raise ValueError(text)


async def settle():
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def main():
    print("# === The last name goes ===")
    task = asyncio.create_task(fails("forgotten"), name="forgotten")
    await settle()
    print("still held")
    del task
    print("gone")

    print("# === exception() is looking, done() is not ===")
    for look in ("exception", "done", "cancelled", "_log_traceback"):
        task = asyncio.create_task(fails(look), name=look)
        await settle()
        value = getattr(task, look)
        if callable(value):
            value()
        task = None

    print("# === A callback that does not look ===")
    task = asyncio.create_task(fails("callback"), name="with a callback")
    task.add_done_callback(lambda task: print("callback"))
    await settle()
    del task

    print("# === wait does not look, gather does ===")
    task = asyncio.create_task(fails("waited"), name="waited")
    await asyncio.wait([task])
    del task
    task = asyncio.create_task(fails("gathered"), name="gathered")
    await asyncio.gather(task, return_exceptions=True)
    del task

    print("# === A future ===")
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError("of a future"))
    del future

    print("# === gather that is not awaited ===")
    group = asyncio.gather(fails("one"), fails("two"))
    await settle()
    await settle()
    del group
    print("end")


asyncio.run(main())
