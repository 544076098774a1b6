# Threads and a loop: both directions.
import asyncio
import concurrent.futures
import threading
import time


class LoopThread:
    def __enter__(self):
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.run, name="loop")
        self.thread.start()
        self.ready.wait()
        return self

    def run(self):
        asyncio.set_event_loop(self.loop)
        self.loop.call_soon(self.ready.set)
        self.loop.run_forever()
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()

    def __exit__(self, *exc):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    def submit(self, coro):
        return asyncio.run_coroutine_threadsafe(coro, self.loop)


async def work(n):
    await asyncio.sleep(n / 100)
    if n < 0:
        raise ValueError(n)
    return threading.current_thread().name, n


async def fails():
    raise KeyError("in the loop")


with LoopThread() as loop:
    # === Results and exceptions cross ===
    print(loop.submit(work(1)).result())
    try:
        loop.submit(fails()).result()
    except KeyError as error:
        print(repr(error))

    # === Timeouts and cancellation ===
    slow = loop.submit(work(500))
    try:
        slow.result(timeout=0.01)
    except TimeoutError as error:
        print(type(error) is concurrent.futures.TimeoutError, slow.cancel(), slow.cancelled())
    try:
        slow.result()
    except concurrent.futures.CancelledError as error:
        print(type(error).__name__)

    # === Many at once ===
    many = [loop.submit(work(n)) for n in (3, 1, 2)]
    print([f.result()[1] for f in concurrent.futures.as_completed(many)])
    done = []
    future = loop.submit(work(1))
    future.add_done_callback(lambda f: done.append(threading.current_thread().name))
    future.result()
    time.sleep(0.01)
    print(done)

    # === A queue filled from here, read there ===
    async def consumer(queue, count):
        return [await queue.get() for _ in range(count)]

    async def make_queue():
        return asyncio.Queue()

    queue = loop.submit(make_queue()).result()
    reading = loop.submit(consumer(queue, 3))
    for item in "abc":
        loop.loop.call_soon_threadsafe(queue.put_nowait, item)
    print(reading.result())

    # === wrong uses ===
    try:
        asyncio.run_coroutine_threadsafe(5, loop.loop)
    except TypeError as error:
        print(error)
print(loop.loop.is_closed(), loop.thread.is_alive())
try:
    loop.loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)
