# How locks, events, conditions, semaphores and queues show themselves.
import asyncio
import re


def show(thing):
    print(re.sub(r" at 0x[0-9a-f]+", "", repr(thing)), "|", re.sub(r" at 0x[0-9a-f]+", "", str(thing)))


async def main():
    for thing in (asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(3), asyncio.BoundedSemaphore(1)):
        show(thing)
    semaphore = asyncio.Semaphore()
    waiters = []
    async with semaphore:
        show(semaphore)
        waiters += [asyncio.create_task(semaphore.acquire()) for _ in range(2)]
        await asyncio.sleep(0)
        show(semaphore)
    show(semaphore)
    await waiters[0]
    semaphore.release()
    await waiters[1]
    condition = asyncio.Condition()
    async with condition:
        show(condition)
    for queue in (asyncio.Queue(), asyncio.Queue(2), asyncio.LifoQueue(), asyncio.PriorityQueue(maxsize=1)):
        show(queue)
        queue.put_nowait(3)
        if not queue.full():
            queue.put_nowait(1)
        show(queue)
    putter = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    show(queue)
    queue.get_nowait()
    show(queue)
    await putter
    queue.task_done()
    queue.shutdown()
    show(queue)
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    show(queue)
    getter.cancel()
    await asyncio.wait([getter])
    show(queue)

    class Named(asyncio.Queue):
        def __init__(self):
            super().__init__()
            self.name = "mine"

        def _format(self):
            return f"{self.name} of {self.qsize()}"

    show(Named())


asyncio.run(main())
