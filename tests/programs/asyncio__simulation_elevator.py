# A simulation on the loop's clock: a lift, people who wait for it, and what happens when.
import asyncio

UNIT = 0.1


class Lift:
    def __init__(self):
        self.floor, self.calls, self.arrived = 0, asyncio.PriorityQueue(), asyncio.Condition()
        self.trips = 0

    async def run(self):
        while True:
            _, floor = await self.calls.get()
            while self.floor != floor:
                await asyncio.sleep(UNIT)
                self.floor += 1 if floor > self.floor else -1
                self.trips += 1
            async with self.arrived:
                print(f"lift at {self.floor}")
                self.arrived.notify_all()

    async def at(self, floor):
        await self.calls.put((0, floor))
        async with self.arrived:
            await self.arrived.wait_for(lambda: self.floor == floor)


async def person(name, start, source, target, lift):
    await asyncio.sleep(start * UNIT)
    print(f"{name} waits on {source}")
    await lift.at(source)
    print(f"{name} gets in")
    await lift.at(target)
    print(f"{name} gets out on {target}")


async def main():
    lift = Lift()
    engine = asyncio.create_task(lift.run())
    await asyncio.gather(person("ada", 1, 3, 0, lift))
    await person("bob", 2, 2, 4, lift)
    engine.cancel()
    print(lift.trips, engine.done())


asyncio.run(main())
