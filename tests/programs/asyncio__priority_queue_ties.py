# Priority queues: ties, items that cannot be compared, and what happens to the queue then.
import asyncio
import dataclasses
import itertools


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)


async def main():
    queue = asyncio.PriorityQueue()
    for item in [(2, "b"), (1, "z"), (2, "a"), (1, "y"), (3, "c")]:
        await queue.put(item)
    print([queue.get_nowait() for _ in range(queue.qsize())])

    print("# === Equal priorities compare the rest ===")
    queue.put_nowait((1, {"a": 1}))
    try:
        queue.put_nowait((1, {"b": 2}))
    except TypeError as error:
        print(error, queue.qsize())
    print(queue)
    while not queue.empty():
        print(queue.get_nowait())

    print("# === A counter keeps the order of arrival ===")
    count = itertools.count()
    for priority, text in ((1, "first"), (0, "urgent"), (1, "second"), (1, "third")):
        queue.put_nowait((priority, next(count), text))
    print([queue.get_nowait()[2] for _ in range(queue.qsize())])

    print("# === Objects of one's own ===")
    for job in (Job(2, "two"), Job(1, "one"), Job(2, "another two")):
        queue.put_nowait(job)
    print([queue.get_nowait().name for _ in range(3)])
    queue.put_nowait("text")
    try:
        queue.put_nowait(5)
    except TypeError as error:
        print(error)
    print(queue.qsize())

    print("# === Getters are served in order of arrival, not of priority ===")
    queue = asyncio.PriorityQueue()

    async def takes(name):
        print(name, await queue.get())

    tasks = [asyncio.create_task(takes(n)) for n in "ab"]
    await asyncio.sleep(0)
    queue.put_nowait(9)
    queue.put_nowait(1)
    await asyncio.gather(*tasks)
    stack = asyncio.LifoQueue(2)
    stack.put_nowait(1)
    stack.put_nowait(2)
    putter = asyncio.create_task(stack.put(3))
    await asyncio.sleep(0)
    print(await stack.get(), await stack.get(), stack.qsize())
    await putter
    print(await stack.get())


asyncio.run(main())
