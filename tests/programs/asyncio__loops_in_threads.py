# A loop in each of several threads, which hand work to each other.
import asyncio
import threading


class LoopThread:
    def __init__(self, name):
        self.loop = None
        self.ready = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.main()), name=name)
        self.thread.start()
        self.ready.wait()

    async def main(self):
        self.loop, self.end = asyncio.get_running_loop(), asyncio.Event()
        self.ready.set()
        await self.end.wait()
        print(self.thread.name, "ends with", len(asyncio.all_tasks()) - 1, "tasks")

    def run(self, coro):
        return asyncio.run_coroutine_threadsafe(coro, self.loop)

    def stop(self):
        self.loop.call_soon_threadsafe(self.end.set)
        self.thread.join()


def here():
    return threading.current_thread().name


async def hop(threads, path=()):
    path = (*path, here())
    if not threads:
        return path
    return await asyncio.wrap_future(threads[0].run(hop(threads[1:], path)))


async def fails():
    await asyncio.sleep(0)
    raise LookupError(f"in {here()}")


async def passes_on(other):
    try:
        await asyncio.wrap_future(other.run(fails()))
    except LookupError as error:
        raise RuntimeError(f"seen in {here()}") from error


threads = [LoopThread(name) for name in ("A", "B", "C")]
a, b, c = threads
print(a.run(hop([b, c, a])).result())
try:
    a.run(passes_on(b)).result()
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))
print([t.run(asyncio.sleep(0.01, t.thread.name)).result() for t in threads])


async def producer(queue, consumer):
    for n in range(3):
        await asyncio.wrap_future(consumer.run(queue.put(n)))
    return "produced"


async def consumer(queue):
    return [await queue.get() for _ in range(3)]


queue = asyncio.Queue(1)
taken = b.run(consumer(queue))
print(a.run(producer(queue, b)).result(), taken.result())
c.run(asyncio.sleep(100))
for thread in threads:
    thread.stop()
