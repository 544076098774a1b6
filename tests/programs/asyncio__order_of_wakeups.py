# The order in which tasks go on after one future, one event, one lock, one gather.
import asyncio

log = []


def say(*words):
    log.append(" ".join(map(str, words)))


async def main():
    loop = asyncio.get_running_loop()

    async def after(awaitable, name):
        try:
            say(name, await awaitable)
        except asyncio.CancelledError:
            say(name, "cancelled")

    async def quick(value):
        return value

    print("# === Await of a done future, of a coroutine, of a done task ===")
    done = loop.create_future()
    done.set_result("done future")
    other = asyncio.create_task(after(quick("other"), "1"))
    say("main", await done)
    say("main", await quick("coroutine"))
    task = asyncio.create_task(quick("task"))
    say("main", await task)
    say("main", await task)
    await other
    print(log)
    log.clear()

    print("# === An event and its waiters ===")
    event = asyncio.Event()
    tasks = [asyncio.create_task(after(event.wait(), n)) for n in "abc"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    tasks.append(asyncio.create_task(after(event.wait(), "late")))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    say("set again")
    event.set()
    await asyncio.gather(*tasks)
    print(log)
    log.clear()

    print("# === gather needs two turns more than its last child ===")
    children = [asyncio.create_task(quick(n)) for n in range(2)]
    group = asyncio.create_task(after(asyncio.gather(*children), "group"))
    for turn in range(5):
        say("turn", turn, [c.done() for c in children], group.done())
        await asyncio.sleep(0)
    print("\n".join(log))
    log.clear()

    print("# === Task ends, callbacks, waiters ===")
    task = asyncio.create_task(quick("value"))
    task.add_done_callback(lambda t: say("callback 1"))
    waiter = asyncio.create_task(after(task, "waiter"))
    await asyncio.sleep(0)
    task.add_done_callback(lambda t: say("callback 2"))
    loop.call_soon(say, "soon")
    await waiter
    print(log)


asyncio.run(main())
