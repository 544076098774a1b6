# Events and conditions in detail.
import asyncio


async def main():
    # === Event ===
    event = asyncio.Event()
    print(event.is_set(), repr(event).split('[')[1])

    async def wait(name):
        print(name, await event.wait())

    waiters = [asyncio.create_task(wait(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(repr(event)[-17:-1].split("[")[-1])
    event.set()
    event.set()
    event.clear()
    print("cleared at once, but all wake")
    await asyncio.gather(*waiters)
    event.set()
    print(await event.wait(), event.is_set())
    cancelled = asyncio.Event()
    task = asyncio.create_task(cancelled.wait())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    cancelled.set()
    print(task.cancelled())

    # === Condition ===
    condition = asyncio.Condition()
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    items = []

    async def consumer(name):
        async with condition:
            result = await condition.wait_for(lambda: items)
            print(name, "takes", items.pop(0), "of", len(result) + 1)

    consumers = [asyncio.create_task(consumer(n)) for n in "abc"]
    await asyncio.sleep(0)
    async with condition:
        items += [1, 2]
        condition.notify(1)
    await asyncio.sleep(0.01)
    print([task.done() for task in consumers])
    async with condition:
        condition.notify(5)
    await asyncio.sleep(0.01)
    print([task.done() for task in consumers])
    async with condition:
        items.append(3)
        condition.notify_all()
    await asyncio.gather(*consumers)

    # === A condition on somebody's lock ===
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())
        shared.notify_all()
    try:
        asyncio.Condition("no lock")
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)

    # === Cancelled while it waits: the lock is had again ===
    async def careful():
        async with condition:
            try:
                await condition.wait()
            except asyncio.CancelledError:
                print("locked again:", condition.locked())
                raise

    task = asyncio.create_task(careful())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), condition.locked())


asyncio.run(main())
