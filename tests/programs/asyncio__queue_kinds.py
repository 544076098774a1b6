# Priority queues, stacks, and queues that are shut down.
import asyncio
import itertools


async def main():
    # === By priority ===
    queue = asyncio.PriorityQueue()
    for entry in [(3, "low"), (1, "high"), (2, "middle"), (1, "also high")]:
        await queue.put(entry)
    print([queue.get_nowait() for _ in range(4)])
    order = itertools.count()
    for priority, work in [(1, {"a": 1}), (1, {"b": 2})]:
        queue.put_nowait((priority, next(order), work))
    print(queue.get_nowait(), queue.get_nowait())
    queue.put_nowait((1, {}))
    try:
        queue.put_nowait((1, {}))
        queue.get_nowait()
    except TypeError as error:
        print(error)

    # === Last in, first out ===
    stack = asyncio.LifoQueue(3)
    for letter in "abc":
        stack.put_nowait(letter)
    print(stack.full(), stack.maxsize, [await stack.get() for _ in range(3)])

    # === Getters wait in line ===
    line = asyncio.Queue()

    async def getter(name):
        print(name, "got", await line.get())

    getters = [asyncio.create_task(getter(n)) for n in "xyz"]
    await asyncio.sleep(0)
    getters[0].cancel()
    for n in range(2):
        line.put_nowait(n)
    print(await asyncio.gather(*getters, return_exceptions=True))

    # === Shut down ===
    queue = asyncio.Queue()
    waiting = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.shutdown()
    print(repr((await asyncio.gather(waiting, return_exceptions=True))[0]))
    for call in (queue.get_nowait, lambda: queue.put_nowait(1)):
        try:
            call()
        except asyncio.QueueShutDown as error:
            print("shut down", error.args)
    queue = asyncio.Queue()
    queue.put_nowait("last")
    queue.shutdown()
    print(await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("nothing left")
    queue = asyncio.Queue()
    queue.put_nowait("lost")
    queue.shutdown(immediate=True)
    print(queue.qsize())
    await queue.join()

    # === Timeouts ===
    empty = asyncio.Queue()
    try:
        await asyncio.wait_for(empty.get(), 0.01)
    except TimeoutError as error:
        print(repr(error))
    full = asyncio.Queue(1)
    await full.put(1)
    try:
        async with asyncio.timeout(0.01):
            await full.put(2)
    except TimeoutError:
        print("still full", full.qsize())


asyncio.run(main())
