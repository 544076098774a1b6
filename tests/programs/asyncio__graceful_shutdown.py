# Shutting down: workers finish what they have, others are cancelled.
import asyncio


class Server:
    def __init__(self):
        self.queue = asyncio.Queue()
        self.stopping = asyncio.Event()
        self.done = []

    async def worker(self, name):
        try:
            while True:
                job = await self.queue.get()
                try:
                    print(name, "takes", job)
                    await asyncio.sleep(0.02)
                    self.done.append(job)
                finally:
                    self.queue.task_done()
        except asyncio.CancelledError:
            print(name, "is told to stop")
            raise

    async def heartbeat(self):
        beats = 0
        try:
            while not self.stopping.is_set():
                beats += 1
                await asyncio.sleep(0.03)
        finally:
            print("heartbeat ends", beats > 0)

    async def run(self, jobs):
        workers = [asyncio.create_task(self.worker(f"w{n}")) for n in range(2)]
        beat = asyncio.create_task(self.heartbeat())
        for job in jobs:
            self.queue.put_nowait(job)
        await self.queue.join()
        self.stopping.set()
        for worker in workers:
            worker.cancel()
        results = await asyncio.gather(*workers, beat, return_exceptions=True)
        print([type(r).__name__ for r in results])
        return sorted(self.done)


async def stubborn_service(name, pause):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "closing")
        await asyncio.sleep(pause)
        print(name, "closed")


async def shut_down(tasks, limit):
    for task in tasks:
        task.cancel()
    done, pending = await asyncio.wait(tasks, timeout=limit)
    print(len(done), "in time,", len(pending), "late")
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)


async def main():
    print(await Server().run(range(5)))
    tasks = [asyncio.create_task(stubborn_service(n, p)) for n, p in [("fast", 0.01), ("slow", 1)]]
    await asyncio.sleep(0)
    await shut_down(tasks, 0.1)
    print([t.cancelled() for t in tasks])


asyncio.run(main())
