# Collecting single requests into batches, by size and by time.
import asyncio


class Batcher:
    def __init__(self, handle, size, wait):
        self.handle, self.size, self.wait = handle, size, wait
        self.pending, self.timer = [], None

    def submit(self, item):
        future = asyncio.get_running_loop().create_future()
        self.pending.append((item, future))
        if len(self.pending) >= self.size:
            self.flush()
        elif self.timer is None:
            self.timer = asyncio.get_running_loop().call_later(self.wait, self.flush)
        return future

    def flush(self):
        if self.timer:
            self.timer.cancel()
            self.timer = None
        batch, self.pending = self.pending, []
        if batch:
            self.task = asyncio.create_task(self.run(batch))

    async def run(self, batch):
        try:
            results = await self.handle([item for item, _ in batch])
        except Exception as error:
            for _, future in batch:
                future.set_exception(error)
            return
        for (_, future), result in zip(batch, results):
            if not future.done():
                future.set_result(result)


async def main():
    async def squares(items):
        print("batch", items)
        await asyncio.sleep(0.001)
        if None in items:
            raise ValueError("None in the batch")
        return [n * n for n in items]

    batcher = Batcher(squares, size=3, wait=0.02)
    print(await asyncio.gather(*(batcher.submit(n) for n in range(7))))
    print([repr(r) for r in await asyncio.gather(batcher.submit(1), batcher.submit(None), return_exceptions=True)])
    late = batcher.submit(5)
    dropped = batcher.submit(6)
    dropped.cancel()
    print(await late, dropped.cancelled(), batcher.pending, batcher.timer)

    # === Debouncing and throttling ===
    calls = []

    def debounce(seconds):
        def decorate(function):
            handle = None

            def wrapper(*args):
                nonlocal handle
                if handle:
                    handle.cancel()
                handle = asyncio.get_running_loop().call_later(seconds, function, *args)

            return wrapper

        return decorate

    save = debounce(0.05)(calls.append)
    for n in range(3):
        save(n)
        await asyncio.sleep(0.001)
    print(calls)
    await asyncio.sleep(0.15)
    print(calls)


asyncio.run(main())
