# Producers and consumers around one queue, ended by a sentinel for each consumer.
import asyncio

DONE = object()


async def produce(queue, name, items, pause):
    for item in items:
        await asyncio.sleep(pause)
        await queue.put((name, item))
        print(f"{name} put {item} (size {queue.qsize()})")
    print(name, "has nothing more")


async def consume(queue, name, pause, results):
    while True:
        item = await queue.get()
        if item is DONE:
            queue.task_done()
            print(name, "goes home")
            return
        await asyncio.sleep(pause)
        results.append(item)
        print(name, "worked on", item)
        queue.task_done()


async def main():
    # === A small buffer holds the producers back ===
    queue = asyncio.Queue(maxsize=2)
    results = []
    consumers = [asyncio.create_task(consume(queue, f"c{n}", 0.11 + n * 0.06, results)) for n in range(2)]
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue, "letters", "abc", 0.03))
        group.create_task(produce(queue, "numbers", [1, 2, 3], 0.05))
    for _ in consumers:
        await queue.put(DONE)
    await queue.join()
    await asyncio.gather(*consumers)
    print(sorted(results, key=str))

    # === Without a bound ===
    queue = asyncio.Queue()
    for n in range(5):
        queue.put_nowait(n)
    print(queue.qsize(), queue.full(), queue.empty())
    taken = []
    while not queue.empty():
        taken.append(queue.get_nowait())
    print(taken, queue)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__, error.args)
    small = asyncio.Queue(1)
    small.put_nowait("x")
    try:
        small.put_nowait("y")
    except asyncio.QueueFull as error:
        print(type(error).__name__, error.args)
    try:
        queue.task_done()
        for _ in range(5):
            queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
