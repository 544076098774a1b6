# One computation for many callers: a cache of tasks, a failure that is forgotten, cancellation of one caller.
import asyncio


class Once:
    def __init__(self, function):
        self.function, self.tasks, self.calls = function, {}, 0

    async def get(self, key):
        task = self.tasks.get(key)
        if task is None:
            self.calls += 1
            task = self.tasks[key] = asyncio.create_task(self.function(key))
            task.add_done_callback(lambda task: self.forget(key, task))
        return await asyncio.shield(task)

    def forget(self, key, task):
        if task.cancelled() or task.exception() is not None:
            del self.tasks[key]


async def load(key):
    await asyncio.sleep(0.02)
    if key == "bad":
        raise KeyError(key)
    return key.upper()


async def main():
    cache = Once(load)
    print(await asyncio.gather(*(cache.get("a") for _ in range(5))), cache.calls)
    print(await cache.get("a"), cache.calls)
    results = await asyncio.gather(*(cache.get("bad") for _ in range(3)), return_exceptions=True)
    print(results, len(set(map(id, results))), cache.calls, list(cache.tasks))
    print(await asyncio.gather(cache.get("bad"), return_exceptions=True), cache.calls)
    callers = [asyncio.create_task(cache.get("b")) for _ in range(3)]
    await asyncio.sleep(0.01)
    callers[0].cancel()
    print(await asyncio.gather(*callers, return_exceptions=True), cache.calls)
    try:
        await asyncio.wait_for(cache.get("c"), 0.01)
    except TimeoutError:
        print("gave up, but", await cache.get("c"), cache.calls)


asyncio.run(main())
