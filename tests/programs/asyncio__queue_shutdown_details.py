# Queue.shutdown, gentle and immediate, with getters, putters and joiners waiting.
import asyncio

log = []


async def attempt(name, coro):
    try:
        log.append((name, await coro))
    except asyncio.QueueShutDown as error:
        log.append((name, repr(error)))


async def main():
    for immediate in (False, True):
        print("# === immediate:", immediate, "===")
        queue = asyncio.Queue(2)
        queue.put_nowait("a")
        queue.put_nowait("b")
        queue.get_nowait()
        queue.put_nowait("c")
        tasks = [asyncio.create_task(attempt("putter", queue.put("d"))), asyncio.create_task(attempt("joiner", queue.join()))]
        await asyncio.sleep(0)
        queue.shutdown(immediate)
        print(queue, queue.qsize(), queue.empty(), queue.full())
        await attempt("put", queue.put("e"))
        for call in (lambda: queue.put_nowait("f"), queue.get_nowait, queue.get_nowait, queue.get_nowait):
            try:
                print("nowait", call())
            except asyncio.QueueShutDown:
                print("nowait: shut down")
        await attempt("get", queue.get())
        await asyncio.sleep(0.01)
        print(log, queue)
        for _ in range(4):
            try:
                queue.task_done()
            except ValueError as error:
                print(error)
                break
        await asyncio.wait(tasks)
        print(log)
        log.clear()
        queue.shutdown()
        queue.shutdown(immediate=True)

    print("# === Getters of an empty queue ===")
    queue = asyncio.PriorityQueue()
    tasks = [asyncio.create_task(attempt(f"getter {n}", queue.get())) for n in range(2)]
    await asyncio.sleep(0)
    queue.put_nowait(5)
    queue.shutdown()
    await asyncio.wait(tasks)
    print(log, asyncio.QueueShutDown.__mro__[1].__name__)


asyncio.run(main())
