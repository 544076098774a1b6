# A scheduler of one's own for generators, beside asyncio's for coroutines.
import asyncio
import heapq
from collections import deque


class Loop:
    def __init__(self):
        self.time, self.ready, self.sleeping, self.counter = 0, deque(), [], 0

    def spawn(self, generator, name):
        self.ready.append((generator, name, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.time, _, generator, name = heapq.heappop(self.sleeping)
                self.ready.append((generator, name, self.time))
            generator, name, value = self.ready.popleft()
            try:
                wait = generator.send(value)
            except StopIteration as stop:
                print(f"[{self.time}] {name} returned {stop.value!r}")
                continue
            if wait is None:
                self.ready.append((generator, name, None))
            else:
                self.counter += 1
                heapq.heappush(self.sleeping, (self.time + wait, self.counter, generator, name))


def worker(name, waits):
    total = 0
    for wait in waits:
        at = yield wait
        total += wait
        print(f"  {name} woke at {at}")
    return total


def chatty(n):
    for i in range(n):
        print("  chat", i)
        yield


loop = Loop()
loop.spawn(worker("a", [3, 1]), "a")
loop.spawn(worker("b", [1, 1, 1]), "b")
loop.spawn(chatty(2), "chat")
loop.run()


# === A trampoline for coroutines ===
class Trap:
    def __init__(self, kind, arg=None):
        self.kind, self.arg = kind, arg

    def __await__(self):
        return (yield self)


async def child(n):
    value = await Trap("double", n)
    return value + 1


async def parent():
    first = await child(5)
    second = await Trap("text")
    return first, second


def drive(coroutine):
    answer = None
    while True:
        try:
            trap = coroutine.send(answer)
        except StopIteration as stop:
            return stop.value
        print("trap", trap.kind, trap.arg)
        answer = trap.arg * 2 if trap.kind == "double" else "hello"


print(drive(parent()))


# === The same on asyncio ===
async def on_asyncio(name, waits):
    for wait in waits:
        await asyncio.sleep(wait / 20)
        print(" ", name, wait)
    return sum(waits)


async def main():
    print(await asyncio.gather(on_asyncio("a", [5, 1]), on_asyncio("b", [2, 2])))


asyncio.run(main())
