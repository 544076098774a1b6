# A cache whose entries expire, with one computation for many who ask.
import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.entries, self.hits, self.misses = {}, 0, 0

    async def get(self, key):
        loop = asyncio.get_running_loop()
        entry = self.entries.get(key)
        if entry and entry[1] > loop.time():
            self.hits += 1
            return await asyncio.shield(entry[0])
        self.misses += 1
        task = asyncio.create_task(self.load(key))
        self.entries[key] = task, loop.time() + self.ttl
        try:
            return await asyncio.shield(task)
        except Exception:
            del self.entries[key]
            raise


async def main():
    loads = []

    async def load(key):
        loads.append(key)
        await asyncio.sleep(0.01)
        if key == "bad":
            raise LookupError(key)
        return key.upper()

    cache = Cache(load, 0.1)
    print(await asyncio.gather(*(cache.get("a") for _ in range(3))), loads, cache.hits, cache.misses)
    print(await cache.get("b"), await cache.get("a"), loads)
    await asyncio.sleep(0.15)
    print(await cache.get("a"), loads, cache.hits, cache.misses)
    for _ in range(2):
        try:
            await cache.get("bad")
        except LookupError as error:
            print(repr(error))
    print(loads.count("bad"))
    impatient = asyncio.create_task(cache.get("c"))
    patient = asyncio.create_task(cache.get("c"))
    await asyncio.sleep(0)
    impatient.cancel()
    print(await asyncio.gather(impatient, patient, return_exceptions=True), loads.count("c"))


asyncio.run(main())
