# An asyncio.Lock taken twice by one task waits for itself; a reentrant one made by hand does not.
import asyncio


class ReentrantLock:
    def __init__(self):
        self._lock, self._owner, self._depth = asyncio.Lock(), None, 0

    async def __aenter__(self):
        me = asyncio.current_task()
        if self._owner is not me:
            await self._lock.acquire()
            self._owner = me
        self._depth += 1
        return self._depth

    async def __aexit__(self, *args):
        self._depth -= 1
        if not self._depth:
            self._owner = None
            self._lock.release()


async def nested(lock, n):
    async with lock as depth:
        await asyncio.sleep(0)
        return await nested(lock, n - 1) if n else depth


async def main():
    lock = asyncio.Lock()
    try:
        async with asyncio.timeout(0.01), lock, lock:
            print("not reached")
    except TimeoutError:
        print("the task waited for itself", lock.locked())
    lock = ReentrantLock()
    print(await asyncio.gather(nested(lock, 0), nested(lock, 2), nested(lock, 1)))
    order = []

    async def uses(name):
        async with lock:
            order.append(f"{name} in")
            async with lock:
                await asyncio.sleep(0.01)
            order.append(f"{name} out")

    tasks = [asyncio.create_task(uses(n)) for n in "ab"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), order)
    async with lock:
        child = asyncio.create_task(nested(lock, 0))
        await asyncio.sleep(0.01)
        print("a child is another task:", child.done())
    print(await child)
    print(await asyncio.wait_for(nested(lock, 1), 1), "wait_for stays in the task")


asyncio.run(main())
