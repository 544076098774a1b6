# Getters and putters of a queue that are cancelled: nothing is lost, nobody is forgotten.
import asyncio

log = []


async def gets(queue, name):
    try:
        log.append(f"{name} got {await queue.get()}")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def puts(queue, item):
    try:
        await queue.put(item)
        log.append(f"put {item}")
    except asyncio.CancelledError:
        log.append(f"{item} cancelled")
        raise


async def settle():
    for _ in range(5):
        await asyncio.sleep(0)
    print(log)
    log.clear()


async def main():
    print("# === A getter that is woken and cancelled: the item is there for the next ===")
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(gets(queue, n)) for n in "ab"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    tasks[0].cancel()
    await settle()
    print(queue.qsize(), [t.done() for t in tasks])

    print("# === A putter that is woken and cancelled: the place is there for the next ===")
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = [asyncio.create_task(puts(queue, n)) for n in (1, 2)]
    await asyncio.sleep(0)
    print(queue.get_nowait())
    tasks[0].cancel()
    await settle()
    print(queue.qsize(), [t.done() for t in tasks], queue.get_nowait())

    print("# === Who comes late and finds an item takes it ===")
    queue = asyncio.Queue()
    waiting = asyncio.create_task(gets(queue, "waiting"))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    print("taken at once:", queue.get_nowait())
    await settle()
    print(waiting.done())
    queue.put_nowait("second")
    await settle()

    print("# === Limits of time ===")
    for wait in (lambda: asyncio.wait_for(queue.get(), 0.01), lambda: asyncio.wait_for(queue.join(), 0.01)):
        try:
            print(await wait())
        except TimeoutError:
            print("timeout", queue.qsize())
    for _ in range(2):
        queue.task_done()
    print(await asyncio.wait_for(queue.join(), 0.01))
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    for call in (queue.get_nowait, lambda: asyncio.Queue(1).put_nowait):
        try:
            call()()
        except asyncio.QueueEmpty as error:
            print(repr(error), isinstance(error, asyncio.QueueFull))
        except TypeError as error:
            print(error)


asyncio.run(main())
