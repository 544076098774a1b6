# gather within gather: which error arrives where, and what goes on meanwhile.
import asyncio


async def step(name, pause, error=None):
    await asyncio.sleep(pause)
    print("step", name)
    if error:
        raise error
    return name


async def branch(name, *pauses, error=None):
    try:
        got = await asyncio.gather(*(step(f"{name}{i}", p, error if i == 1 else None) for i, p in enumerate(pauses)))
        print("branch", name, got)
        return got
    except ValueError as problem:
        print("branch", name, "saw", problem)
        raise RuntimeError(name) from problem


async def main():
    try:
        await asyncio.gather(branch("a", 0.01, 0.03), branch("b", 0.06, 0.02, error=ValueError("bad")), branch("c", 0.05, 0.04))
    except RuntimeError as problem:
        print("main saw", problem, "from", repr(problem.__cause__))
    await asyncio.sleep(0.08)
    results = await asyncio.gather(
        branch("d", 0.01),
        asyncio.gather(step("e", 0, KeyError("e")), step("f", 0), return_exceptions=True),
        branch("g", 0.02, 0.01, error=ValueError("worse")),
        return_exceptions=True,
    )
    print(results, repr(results[2].__cause__))


asyncio.run(main())
