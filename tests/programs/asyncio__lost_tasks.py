# Tasks that nobody holds: which are safe, and which the collector ends.
import asyncio
import gc
import sys
import weakref


def say(*words):
    print(*words, file=sys.stderr)


async def forever(name):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        say(name, "finally")


async def sleeper(name):
    await asyncio.sleep(0.01)
    say(name, "has slept")


async def main():
    gc.disable()
    # === A sleeping task is held by its timer ===
    asyncio.create_task(sleeper("sleeper"))
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(0.02)

    # === A task whose future only it knows is lost ===
    task = asyncio.create_task(forever("lost"), name="lost")
    r = weakref.ref(task)
    task = None
    await asyncio.sleep(0)
    say("alive", r() is not None, len(asyncio.all_tasks()))
    gc.collect()
    say("dead", r(), len(asyncio.all_tasks()))

    # === One in a set is not ===
    background = set()
    task = asyncio.create_task(forever("kept"), name="kept")
    background.add(task)
    task.add_done_callback(background.discard)
    task = None
    await asyncio.sleep(0)
    gc.collect()
    say("kept", len(background))
    for task in background:
        task.cancel()
    task = None
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    say("none left", len(background), len(asyncio.all_tasks()))

    # === Two tasks that wait for each other's events ===
    a, b = asyncio.Event(), asyncio.Event()

    async def wait_then_set(first, second):
        try:
            await first.wait()
            second.set()
        except GeneratorExit:
            say("GeneratorExit")
            raise

    asyncio.create_task(wait_then_set(a, b), name="one")
    asyncio.create_task(wait_then_set(b, a), name="other")
    a = b = None
    await asyncio.sleep(0)
    gc.collect()
    say("all tasks", len(asyncio.all_tasks()))

    # === Without a report ===
    task = asyncio.create_task(forever("silent"))
    await asyncio.sleep(0)
    task._log_destroy_pending = False
    task = None
    gc.collect()
    say("end of main")


asyncio.run(main())
