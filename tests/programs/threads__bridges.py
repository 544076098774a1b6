# Between threads and a loop: blocking calls into it, events out of it, iterating over a thread's results.
import asyncio
import queue
import threading
import time


def produce(put):
    for n in range(3):
        time.sleep(0.01)
        put(n)
    put(None)


async def from_thread():
    loop, items = asyncio.get_running_loop(), asyncio.Queue()
    thread = threading.Thread(target=produce, args=(lambda item: loop.call_soon_threadsafe(items.put_nowait, item),))
    thread.start()
    while (item := await items.get()) is not None:
        yield item
    await asyncio.to_thread(thread.join)


async def slow_consumer():
    loop, items, log = asyncio.get_running_loop(), asyncio.Queue(1), []

    def put(item):
        asyncio.run_coroutine_threadsafe(items.put(item), loop).result()
        log.append(f"put {item}")

    thread = threading.Thread(target=produce, args=(put,))
    thread.start()
    taken = []
    while (item := await items.get()) is not None:
        await asyncio.sleep(0.03)
        taken.append(item)
    await asyncio.to_thread(thread.join)
    return taken, log


async def to_thread_of_its_own():
    requests, loop = queue.Queue(), asyncio.get_running_loop()

    def worker():
        while (request := requests.get()) is not None:
            future, value = request
            if value < 0:
                loop.call_soon_threadsafe(future.set_exception, ValueError(value))
            else:
                loop.call_soon_threadsafe(future.set_result, value * 2)

    thread = threading.Thread(target=worker)
    thread.start()

    def ask(value):
        future = loop.create_future()
        requests.put((future, value))
        return future

    answers = await asyncio.gather(ask(1), ask(-1), ask(3), return_exceptions=True)
    requests.put(None)
    thread.join()
    return answers


async def event_from_thread():
    event, loop = asyncio.Event(), asyncio.get_running_loop()
    threading.Timer(0.02, lambda: loop.call_soon_threadsafe(event.set)).start()
    await asyncio.wait_for(event.wait(), 5)
    stop = threading.Event()
    waiting = asyncio.create_task(asyncio.to_thread(stop.wait))
    await asyncio.sleep(0.01)
    stop.set()
    return await waiting


async def main():
    print([item async for item in from_thread()])
    print(await slow_consumer())
    print(await to_thread_of_its_own())
    print(await event_from_thread())


asyncio.run(main())
