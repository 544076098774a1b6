# Races: first result, first success, hedged requests, deadlines.
import asyncio


async def server(name, seconds, fail=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if fail:
        raise ConnectionError(name)
    return name


async def race(*coros):
    tasks = [asyncio.create_task(c) for c in coros]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def first_success(*coros):
    errors = []
    tasks = [asyncio.ensure_future(c) for c in coros]
    for next_done in asyncio.as_completed(tasks):
        try:
            result = await next_done
        except ConnectionError as error:
            errors.append(error)
            continue
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return result
    raise ExceptionGroup("nobody answered", errors)


async def hedged(make, after):
    first = asyncio.create_task(make("primary", 0.2))
    done, _ = await asyncio.wait([first], timeout=after)
    if done:
        return first.result()
    print("hedging")
    return await race_tasks(first, asyncio.create_task(make("backup", 0.01)))


async def race_tasks(*tasks):
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()


async def main():
    print(await race(server("slow", 1), server("fast", 0.01)))
    try:
        await race(server("broken", 0.01, True), server("late", 1))
    except ConnectionError as error:
        print("lost:", error)
    print(await first_success(server("x", 0.01, True), server("y", 0.03), server("z", 1)))
    try:
        await first_success(server("p", 0.01, True), server("q", 0.02, True))
    except ExceptionGroup as group:
        print(group, [str(e) for e in group.exceptions])
    print(await hedged(server, 0.05))
    deadline = asyncio.get_running_loop().time() + 0.05
    results = []
    try:
        async with asyncio.timeout_at(deadline):
            for n, pause in enumerate((0.01, 0.01, 1)):
                results.append(await server(f"n{n}", pause))
    except TimeoutError:
        print("partial", results)


asyncio.run(main())
