# Two tasks that hand a ball to each other: with events, futures, queues, and a condition.
import asyncio


async def with_events(rounds):
    ping, pong = asyncio.Event(), asyncio.Event()

    async def player(name, mine, other):
        for n in range(rounds):
            await mine.wait()
            mine.clear()
            print(name, n, end=" ")
            other.set()

    tasks = asyncio.gather(player("ping", ping, pong), player("pong", pong, ping))
    ping.set()
    await tasks
    print()


async def with_futures(rounds):
    loop = asyncio.get_running_loop()
    box = {"ball": loop.create_future()}

    async def player(name):
        for _ in range(rounds):
            ball = await box["ball"]
            box["ball"] = loop.create_future()
            print(name, ball, end=" ")
            box["ball"].set_result(ball + 1)
            await asyncio.sleep(0)

    first = box["ball"]
    tasks = asyncio.gather(player("a"), player("b"))
    first.set_result(0)
    await tasks
    print(box["ball"].result())


async def with_queues(rounds):
    left, right = asyncio.Queue(), asyncio.Queue()

    async def player(name, take, give):
        seen = []
        while (n := await take.get()) < rounds:
            seen.append(n)
            await give.put(n + 1)
        await give.put(n)
        return name, seen

    await left.put(0)
    print(await asyncio.gather(player("left", left, right), player("right", right, left)))


async def with_condition(rounds):
    condition, turn = asyncio.Condition(), "tick"
    said = []

    async def player(mine, other):
        nonlocal turn
        for _ in range(rounds):
            async with condition:
                await condition.wait_for(lambda: turn == mine)
                said.append(mine)
                turn = other
                condition.notify_all()

    await asyncio.gather(player("tock", "tick"), player("tick", "tock"))
    print(said)


async def main():
    await with_events(3)
    await with_futures(3)
    await with_queues(5)
    await with_condition(3)


asyncio.run(main())
