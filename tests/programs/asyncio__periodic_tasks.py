# Periodic work: fixed pauses, fixed rate, and stopping it.
import asyncio


async def every(seconds, function, times=None):
    done = 0
    while times is None or done < times:
        function(done)
        done += 1
        await asyncio.sleep(seconds)
    return done


async def at_rate(seconds, function, times):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for n in range(times):
        await function(n)
        next_at = start + (n + 1) * seconds
        await asyncio.sleep(max(0, next_at - loop.time()))


class Ticker:
    def __init__(self, interval):
        self.interval, self.ticks, self.task = interval, 0, None

    def start(self):
        self.task = asyncio.create_task(self.run(), name="ticker")

    async def run(self):
        try:
            while True:
                self.ticks += 1
                print("tick", self.ticks)
                await asyncio.sleep(self.interval)
        finally:
            print("ticker stops")

    async def stop(self):
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


async def main():
    print(await every(0.01, lambda n: print("job", n), times=3))
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def work(n):
        await asyncio.sleep(0.02)
        print("rate", n)

    await at_rate(0.2, work, 3)
    ticker = Ticker(0.2)
    ticker.start()
    await asyncio.sleep(0.5)
    await ticker.stop()
    print(ticker.ticks, ticker.task.cancelled())
    stop = asyncio.Event()
    loop.call_later(0.5, stop.set)
    rounds = 0
    while not stop.is_set():
        rounds += 1
        try:
            await asyncio.wait_for(stop.wait(), 0.2)
        except TimeoutError:
            print("still going", rounds)
    print("stopped after", rounds)
    handles = []

    def again(n):
        print("callback", n)
        if n < 3:
            handles.append(loop.call_later(0.01, again, n + 1))

    again(1)
    await asyncio.sleep(0.1)
    print(len(handles), [h.cancelled() for h in handles])


asyncio.run(main())
