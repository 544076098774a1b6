# Why locks are needed, and ways to get by without them.
import asyncio


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = asyncio.Lock()

    async def unsafe(self, amount):
        balance = self.balance
        await asyncio.sleep(0)
        self.balance = balance - amount

    async def safe(self, amount):
        async with self.lock:
            await self.unsafe(amount)

    async def without_await(self, amount):
        self.balance -= amount
        await asyncio.sleep(0)


async def run(method):
    account = Account()
    await asyncio.gather(*(getattr(account, method)(10) for _ in range(5)))
    return account.balance


class ReadWrite:
    def __init__(self):
        self.readers, self.condition = 0, asyncio.Condition()
        self.writing = False

    async def read(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        print(name, "reads with", self.readers)
        await asyncio.sleep(0.01)
        async with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    async def write(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True
        print(name, "writes alone", self.readers)
        await asyncio.sleep(0.01)
        async with self.condition:
            self.writing = False
            self.condition.notify_all()


class Once:
    def __init__(self, make):
        self.make, self.task = make, None

    async def get(self):
        if self.task is None:
            self.task = asyncio.create_task(self.make())
        return await asyncio.shield(self.task)


async def expensive():
    print("computing once")
    await asyncio.sleep(0.01)
    return 42


async def philosopher(name, left, right, meals):
    first, second = sorted((left, right), key=id) if False else (left, right) if name != "E" else (right, left)
    async with first:
        await asyncio.sleep(0.001)
        async with second:
            meals.append(name)


async def main():
    for method in ("unsafe", "safe", "without_await"):
        print(method, await run(method))
    rw = ReadWrite()
    await asyncio.gather(rw.read("r1"), rw.read("r2"), rw.write("w1"), rw.read("r3"), rw.write("w2"))
    once = Once(expensive)
    print(await asyncio.gather(*(once.get() for _ in range(3))))
    forks = [asyncio.Lock() for _ in range(5)]
    meals = []
    await asyncio.wait_for(asyncio.gather(*(philosopher(n, forks[i], forks[(i + 1) % 5], meals) for i, n in enumerate("ABCDE"))), 1)
    print(sorted(meals))
    lock = asyncio.Lock()

    async def twice():
        async with lock:
            async with lock:
                print("never")

    try:
        await asyncio.wait_for(twice(), 0.02)
    except TimeoutError:
        print("locked itself out", lock.locked())


asyncio.run(main())
