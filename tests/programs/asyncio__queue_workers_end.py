# Ways to end workers that read from a queue: a sentinel each, join and cancel, shutdown, an exception.
import asyncio

END = object()


async def with_sentinel(queue, name, done):
    while (item := await queue.get()) is not END:
        await asyncio.sleep(0.01)
        done.append((name, item))


async def until_cancelled(queue, name, done):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(0.01)
            done.append((name, item))
        finally:
            queue.task_done()


async def until_shutdown(queue, name, done):
    try:
        while True:
            item = await queue.get()
            if item == "poison":
                raise ValueError(f"{name} dies of {item}")
            await asyncio.sleep(0.01)
            done.append((name, item))
            queue.task_done()
    except asyncio.QueueShutDown:
        done.append((name, "ends"))


async def main():
    for worker in (with_sentinel, until_cancelled, until_shutdown):
        queue, done = asyncio.Queue(), []
        tasks = [asyncio.create_task(worker(queue, n, done)) for n in ("w1", "w2")]
        for item in range(5):
            queue.put_nowait(item)
        if worker is with_sentinel:
            for _ in tasks:
                queue.put_nowait(END)
        elif worker is until_cancelled:
            await queue.join()
            for task in tasks:
                task.cancel()
        else:
            queue.shutdown()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print(worker.__name__, done, [type(r).__name__ for r in results], queue.qsize())

    print("# === One worker dies: join waits for ever, a group does not ===")
    queue, done = asyncio.Queue(), []
    try:
        async with asyncio.TaskGroup() as group:
            for name in ("w1", "w2"):
                group.create_task(until_shutdown(queue, name, done))
            for item in (1, "poison", 2, 3):
                queue.put_nowait(item)
            await queue.join()
            print("not reached")
    except* ValueError as errors:
        print([str(error) for error in errors.exceptions], done, queue)


asyncio.run(main())
