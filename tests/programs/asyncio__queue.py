# Queues between tasks.
import asyncio


async def main():
    # === A full queue holds the producer back ===
    queue = asyncio.Queue(maxsize=2)

    async def produce():
        for item in range(5):
            await queue.put(item)
            print("put", item)
        await queue.put(None)

    async def consume():
        while (item := await queue.get()) is not None:
            print("got", item)
            queue.task_done()
        queue.task_done()

    print(queue)
    await asyncio.gather(produce(), consume())
    await queue.join()

    # === At once or not at all ===
    queue.put_nowait("a")
    queue.put_nowait("b")
    print(queue, queue.full(), queue.qsize(), queue.maxsize)
    for call in (lambda: queue.put_nowait("c"), queue.get_nowait, queue.get_nowait, queue.get_nowait):
        try:
            print(call())
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(repr(error))

    # === Waiting consumers are served in their order ===
    queue = asyncio.Queue()

    async def take(name):
        print(name, "takes", await queue.get())

    tasks = [asyncio.create_task(take(name)) for name in ("first", "second", "third")]
    await asyncio.sleep(0)
    print(queue)
    tasks[1].cancel()
    queue.put_nowait(1)
    queue.put_nowait(2)
    await asyncio.wait(tasks)

    # === join waits until all is done ===
    queue = asyncio.Queue()
    for item in range(2):
        queue.put_nowait(item)
    waiting = asyncio.create_task(queue.join())
    for _ in range(2):
        await queue.get()
        await asyncio.sleep(0)
        print("joined:", waiting.done())
        queue.task_done()
    await waiting
    try:
        queue.task_done()
    except ValueError:
        print("too often")

    # === Shutting down ===
    queue.put_nowait("last")
    queue.shutdown()
    print(queue, await queue.get())
    for call in (queue.get, lambda: queue.put("more")):
        try:
            await call()
        except asyncio.QueueShutDown as error:
            print(repr(error))
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    print(await asyncio.gather(*tasks, return_exceptions=True))

    # === Other orders ===
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind()
        for item in (3, 1, 2):
            queue.put_nowait(item)
        print(kind.__name__, [await queue.get() for _ in range(3)])


asyncio.run(main())
