# Publish and subscribe, with slow subscribers that lose messages.
import asyncio
from contextlib import contextmanager


class Broker:
    def __init__(self):
        self.topics = {}

    @contextmanager
    def subscribe(self, topic, size=10):
        queue = asyncio.Queue(size)
        self.topics.setdefault(topic, []).append(queue)
        try:
            yield queue
        finally:
            self.topics[topic].remove(queue)

    def publish(self, topic, message):
        delivered = dropped = 0
        for queue in self.topics.get(topic, ()):
            try:
                queue.put_nowait(message)
                delivered += 1
            except asyncio.QueueFull:
                dropped += 1
        return delivered, dropped


async def listen(broker, name, topic, count, resume=None, size=10):
    seen = []
    with broker.subscribe(topic, size) as queue:
        while len(seen) < count:
            seen.append(await queue.get())
            if resume:
                await resume.wait()
    print(name, seen)


async def main():
    broker, resume = Broker(), asyncio.Event()
    listeners = [
        asyncio.create_task(listen(broker, "fast", "news", 4)),
        asyncio.create_task(listen(broker, "slow", "news", 2, resume, size=1)),
        asyncio.create_task(listen(broker, "other", "sport", 1)),
    ]
    await asyncio.sleep(0)
    for n in range(4):
        print("publish", n, broker.publish("news", n))
        await asyncio.sleep(0.01)
    print(broker.publish("sport", "goal"), broker.publish("nobody", 1))
    resume.set()
    await asyncio.sleep(0.01)
    print(broker.publish("news", "late"))
    await asyncio.wait_for(asyncio.gather(*listeners), 1)
    print({topic: len(queues) for topic, queues in broker.topics.items()})
    hanging = asyncio.create_task(listen(broker, "hanging", "news", 99))
    await asyncio.sleep(0)
    hanging.cancel()
    await asyncio.gather(hanging, return_exceptions=True)
    print(broker.publish("news", "x"))


asyncio.run(main())
