# Lock, Event, Condition, Semaphore and Barrier between tasks.
import asyncio


def tail(thing):
    """The part of a repr after the address."""
    return repr(thing).rpartition("[")[2][:-2]


async def main():
    # === A lock is given on in the order of arrival ===
    lock = asyncio.Lock()
    order = []

    async def hold(number):
        async with lock:
            order.append(number)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(hold(number)) for number in range(5)]
    await asyncio.sleep(0)
    print(tail(lock), lock.locked())
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print(order, tail(lock))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

    # === A released lock goes to the one who waits, not to the one who comes ===
    await lock.acquire()
    waiter = asyncio.create_task(hold("waited"))
    await asyncio.sleep(0)
    lock.release()
    comer = asyncio.create_task(hold("came later"))
    order.clear()
    await asyncio.gather(waiter, comer)
    print(order)

    # === An event wakes all ===
    event = asyncio.Event()
    order.clear()

    async def wait_event(number):
        print(await event.wait(), end=" ")
        order.append(number)

    tasks = [asyncio.create_task(wait_event(number)) for number in range(3)]
    await asyncio.sleep(0)
    print(tail(event), event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    print(order, tail(event), await event.wait())
    event.clear()
    print(event.is_set())

    # === A condition wakes as many as it is told ===
    condition = asyncio.Condition()
    order.clear()

    async def wait_notice(number):
        async with condition:
            await condition.wait()
            order.append(number)

    tasks = [asyncio.create_task(wait_notice(number)) for number in range(5)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
        print(tail(condition))
    await asyncio.sleep(0.01)
    print(order)
    tasks[3].cancel()
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    print(order)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    items = []

    async def consumer():
        async with condition:
            print("value", await condition.wait_for(lambda: items and items[0]))

    task = asyncio.create_task(consumer())
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    await asyncio.sleep(0)
    async with condition:
        items.append("item")
        condition.notify()
    await task

    # === A semaphore lets so many in ===
    semaphore = asyncio.Semaphore(2)
    order.clear()

    async def use(name):
        async with semaphore:
            order.append(f"{name} in")
            await asyncio.sleep(0.01)
            order.append(f"{name} out")

    await asyncio.gather(*[use(name) for name in "abcd"])
    print(", ".join(order))
    print(tail(semaphore), semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)

    # === A barrier waits until all are there ===
    barrier = asyncio.Barrier(3)

    async def arrive(name):
        async with barrier as position:
            order.append((name, position))

    order.clear()
    await asyncio.gather(*[arrive(name) for name in "xyz"])
    print(sorted(order), barrier.n_waiting, tail(barrier))
    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(tail(barrier))
    await barrier.abort()
    for attempt in (waiting, barrier.wait()):
        try:
            await attempt
        except asyncio.BrokenBarrierError as error:
            print(repr(error))
    await barrier.reset()
    print(tail(barrier), barrier.broken)


asyncio.run(main())

# === A lock belongs to the first loop it has to wait in ===
shared = asyncio.Lock()


async def contended():
    async with shared:
        task = asyncio.create_task(shared.acquire())
        await asyncio.sleep(0)
    await task
    shared.release()


asyncio.run(contended())
try:
    asyncio.run(contended())
except RuntimeError as error:
    print(str(error).partition("] ")[2] or str(error).partition(">")[2])
