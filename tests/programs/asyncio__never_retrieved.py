# Exceptions of tasks and futures that nobody asks for, and who counts as asking.
import asyncio
import sys


def say(*words):
    print(*words, file=sys.stderr)


async def fail(text):
    raise ValueError(text)


async def nested():
    try:
        await fail("inner")
    except ValueError as error:
        raise RuntimeError("outer") from error


async def main():
    loop = asyncio.get_running_loop()
    # === Looked at: nothing is told ===
    for look in ("exception", "result"):
        task = asyncio.create_task(fail(look))
        await asyncio.sleep(0)
        try:
            getattr(task, look)()
        except ValueError:
            pass
        task = None
    say("looked at")

    # === A done callback that looks, and one that does not ===
    task = asyncio.create_task(fail("callback"))
    task.add_done_callback(lambda task: task.exception())
    task = asyncio.create_task(fail("idle callback"))
    task.add_done_callback(lambda task: None)
    task = None
    await asyncio.sleep(0.01)
    say("callbacks done")

    # === In a list ===
    tasks = [asyncio.create_task(fail(f"list {n}")) for n in range(2)]
    await asyncio.sleep(0.01)
    tasks.pop()
    say("popped")
    tasks.clear()
    say("cleared")

    # === Chained exceptions ===
    asyncio.create_task(nested(), name="chain")
    await asyncio.sleep(0.01)

    # === gather: the first is raised, the others are not told ===
    try:
        await asyncio.gather(fail("first"), fail("second"))
    except ValueError as error:
        say("caught", error)
    await asyncio.sleep(0.01)

    # === wait: nobody has looked ===
    done, pending = await asyncio.wait({asyncio.create_task(fail("waited for"))})
    say("waited", len(done))
    del done
    say("now it was told")

    # === A future of one's own ===
    future = loop.create_future()
    future.set_exception(OSError("mine"))
    del future
    future = loop.create_future()
    future.set_exception(OSError("seen"))
    try:
        await future
    except OSError as error:
        say("seen", error)
    del future

    # === Cancelled tasks are silent ===
    task = asyncio.create_task(asyncio.sleep(5))
    task.cancel()
    await asyncio.sleep(0)
    del task
    say("silent")

    # === A handler ===
    def handler(loop, context):
        say("handler:", context["message"], "|", repr(context["exception"]), "|", sorted(context))

    loop.set_exception_handler(handler)
    asyncio.create_task(fail("for the handler"))
    await asyncio.sleep(0.01)
    loop.set_exception_handler(None)

    # === In a local of a function ===
    async def helper():
        task = asyncio.create_task(fail("local"))
        await asyncio.sleep(0)
        say("helper ends")

    await helper()
    say("helper ended")

    # === Never awaited, because its task was cancelled before it began ===
    task = asyncio.create_task(fail("never begun"))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        say("cancelled before it began")


asyncio.run(main())


# === At the end of the program ===
async def last():
    global kept
    kept = asyncio.create_task(fail("kept to the end"))
    await asyncio.sleep(0)


asyncio.run(last())
say("end of the program")
