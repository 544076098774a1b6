# Condition: who is woken, when it goes on, and what needs the lock.
import asyncio

log = []


async def waits(condition, name):
    async with condition:
        log.append(f"{name} waits")
        print(name, await condition.wait(), condition.locked())
        log.append(f"{name} woken")


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waits(condition, n)) for n in "abcde"]
    await asyncio.sleep(0)
    print(repr(condition).split("[")[1])
    for call in (condition.notify, condition.notify_all, lambda: condition.wait().send(None)):
        try:
            call()
        except RuntimeError as error:
            print(error)
    async with condition:
        condition.notify()
        print("notified one", [t.done() for t in tasks])
        await asyncio.sleep(0)
        print("still mine", condition.locked())
    await asyncio.sleep(0.01)
    async with condition:
        condition.notify(2)
        condition.notify(0)
    await asyncio.sleep(0.01)
    print([t.done() for t in tasks])
    async with condition:
        condition.notify(100)
    await asyncio.gather(*tasks)
    print(log)

    print("# === wait_for ===")
    box = []

    async def until(n):
        async with condition:
            print(n, await condition.wait_for(lambda: len(box) >= n and tuple(box)))

    tasks = [asyncio.create_task(until(n)) for n in (3, 1, 2)]
    for n in range(3):
        await asyncio.sleep(0.01)
        async with condition:
            box.append(n)
            condition.notify_all()
    await asyncio.gather(*tasks)

    print("# === A lock of one's own ===")
    lock = asyncio.Lock()
    one, two = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    async with one:
        print(two.locked(), one.locked(), lock.locked())
        two.notify_all()
    for wrong in (lambda: asyncio.Condition(5), lambda: asyncio.Condition(lock=asyncio.Semaphore(1))):
        try:
            print(type(wrong()).__name__)
        except (TypeError, AttributeError) as error:
            print(error)


asyncio.run(main())
