# Rate limiting: a token bucket, a minimum gap, and a sliding window on the loop's clock.
import asyncio
from collections import deque


class Bucket:
    def __init__(self, capacity, refill):
        self.tokens = self.capacity = capacity
        self.refill = refill
        self.condition = asyncio.Condition()

    async def fill(self):
        while True:
            await asyncio.sleep(self.refill)
            async with self.condition:
                if self.tokens < self.capacity:
                    self.tokens += 1
                    self.condition.notify()

    async def take(self):
        async with self.condition:
            await self.condition.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1


class Window:
    def __init__(self, times, period):
        self.times, self.period, self.stamps = times, period, deque()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            while self.stamps and self.stamps[0] <= now - self.period:
                self.stamps.popleft()
            if len(self.stamps) < self.times:
                self.stamps.append(now)
                return len(self.stamps)
            await asyncio.sleep(self.stamps[0] + self.period - now)

    async def __aexit__(self, *exc):
        return False


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def elapsed():
        return round((loop.time() - start) * 20)

    # === Token bucket ===
    bucket = Bucket(2, 0.05)
    filler = asyncio.create_task(bucket.fill())
    for n in range(5):
        await bucket.take()
        print("token", n, "at", elapsed())
    filler.cancel()

    # === At most two in a period ===
    start = loop.time()
    window = Window(2, 0.1)

    async def job(name):
        async with window:
            return f"{name} at {elapsed()}"

    print(sorted(await asyncio.gather(*(job(name) for name in "abcd")))[:2])

    # === A gap between starts ===
    start = loop.time()
    lock = asyncio.Lock()

    async def spaced(name):
        async with lock:
            print(name, elapsed())
            await asyncio.sleep(0.05)

    await asyncio.gather(spaced("x"), spaced("y"), spaced("z"))


asyncio.run(main())
