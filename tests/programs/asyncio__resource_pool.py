# A pool of connections: borrowing, waiting, broken ones, closing.
import asyncio
from contextlib import asynccontextmanager


class Connection:
    made = 0

    def __init__(self):
        Connection.made += 1
        self.number, self.open, self.used = Connection.made, True, 0

    async def query(self, text):
        if not self.open:
            raise ConnectionError(f"connection {self.number} is closed")
        self.used += 1
        await asyncio.sleep(0.01)
        if "drop" in text:
            self.open = False
            raise ConnectionError("dropped")
        return f"{self.number}:{text}"


class Pool:
    def __init__(self, size):
        self.size, self.free, self.count, self.closed = size, [], 0, False
        self.available = asyncio.Condition()

    async def acquire(self):
        async with self.available:
            await self.available.wait_for(lambda: self.closed or self.free or self.count < self.size)
            if self.closed:
                raise RuntimeError("pool is closed")
            if self.free:
                return self.free.pop()
            self.count += 1
            return Connection()

    async def release(self, connection):
        async with self.available:
            if connection.open:
                self.free.append(connection)
            else:
                self.count -= 1
            self.available.notify()

    @asynccontextmanager
    async def connection(self):
        connection = await self.acquire()
        try:
            yield connection
        finally:
            await self.release(connection)

    async def close(self):
        async with self.available:
            self.closed = True
            self.available.notify_all()
            return sorted((c.number, c.used) for c in self.free)


async def main():
    pool = Pool(2)

    async def ask(text):
        async with pool.connection() as connection:
            return await connection.query(text)

    print(await asyncio.gather(*(ask(t) for t in "abcd")))
    print(Connection.made, len(pool.free), pool.count)
    print([repr(r) for r in await asyncio.gather(ask("x"), ask("drop it"), ask("y"), return_exceptions=True)])
    print(Connection.made, pool.count)
    holder = await pool.acquire()
    second = await pool.acquire()
    waiting = asyncio.create_task(ask("waits"))
    try:
        await asyncio.wait_for(pool.acquire(), 0.01)
    except TimeoutError:
        print("pool exhausted")
    await pool.release(holder)
    print(await waiting)
    await pool.release(second)
    late = [await pool.acquire() for _ in range(2)]
    stuck = asyncio.create_task(ask("stuck"))
    await asyncio.sleep(0)
    for connection in late[:0]:
        await pool.release(connection)
    print(await pool.close())
    print(repr((await asyncio.gather(stuck, return_exceptions=True))[0]))


asyncio.run(main())
