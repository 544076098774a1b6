# Subscribers that end in different ways: by an end mark, cancelled, by an error, by shutdown of their queue.
import asyncio


class Topic:
    def __init__(self):
        self.queues = []

    async def subscribe(self, limit=0):
        queue = asyncio.Queue(limit)
        self.queues.append(queue)
        try:
            while True:
                yield await queue.get()
        except asyncio.QueueShutDown:
            return
        finally:
            self.queues.remove(queue)

    async def publish(self, item):
        for queue in list(self.queues):
            await queue.put(item)

    def close(self):
        for queue in self.queues:
            queue.shutdown()


async def collects(topic, log):
    async for item in topic.subscribe():
        log.append(item)
    return "ended"


async def stops_at(topic, last, log):
    from contextlib import aclosing

    async with aclosing(topic.subscribe()) as items:
        async for item in items:
            log.append(item)
            if item == last:
                return "has enough"


async def fails_at(topic, bad):
    async for item in topic.subscribe():
        if item == bad:
            raise ValueError(item)


async def main():
    topic, logs = Topic(), [[], [], []]
    tasks = [
        asyncio.create_task(collects(topic, logs[0])),
        asyncio.create_task(stops_at(topic, 1, logs[1])),
        asyncio.create_task(fails_at(topic, 2)),
        asyncio.create_task(collects(topic, logs[2])),
    ]
    await asyncio.sleep(0)
    print(len(topic.queues))
    for item in range(4):
        await topic.publish(item)
        await asyncio.sleep(0.01)
        if item == 2:
            tasks[3].cancel()
    print(len(topic.queues))
    topic.close()
    print(await asyncio.gather(*tasks, return_exceptions=True), logs, len(topic.queues))
    await topic.publish("nobody hears it")
    slow = topic.subscribe(limit=1)
    waiting = asyncio.create_task(anext(slow))
    await asyncio.sleep(0)
    await topic.publish("first")
    print(await waiting)
    await topic.publish("second")
    blocked = asyncio.create_task(topic.publish("third"))
    await asyncio.sleep(0)
    print(blocked.done(), await anext(slow))
    await blocked
    topic.close()
    print([item async for item in slow], topic.queues)


asyncio.run(main())
