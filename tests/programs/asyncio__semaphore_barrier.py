# Semaphores and barriers.
import asyncio


async def main():
    # === Semaphore ===
    semaphore = asyncio.Semaphore(2)
    print(semaphore.locked(), await semaphore.acquire(), await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    semaphore.release()
    semaphore.release()
    print(semaphore.locked(), repr(semaphore)[-20:])
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    for wrong in (-1,):
        try:
            asyncio.Semaphore(wrong)
        except ValueError as error:
            print(error)
    zero = asyncio.Semaphore(0)
    order = []

    async def pass_through(name):
        async with zero:
            order.append(name)

    tasks = [asyncio.create_task(pass_through(n)) for n in "abc"]
    await asyncio.sleep(0)
    zero.release()
    await asyncio.gather(*tasks)
    print(order, zero.locked())

    # === Barrier ===
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)

    async def meet(name, pause):
        await asyncio.sleep(pause)
        print(name, "arrives")
        async with barrier as position:
            print(name, "is number", position)
        return name

    print(await asyncio.gather(meet("a", 0.03), meet("b", 0.01), meet("c", 0.02)))
    print(await asyncio.gather(*(barrier.wait() for _ in range(3))))

    # === Broken and reset ===
    async def wait():
        try:
            return await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            return f"broken: {error}"

    tasks = [asyncio.create_task(wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    print(await asyncio.gather(*tasks), barrier.broken, await wait())
    await barrier.reset()
    tasks = [asyncio.create_task(wait()) for _ in range(2)]
    await asyncio.sleep(0)
    await barrier.reset()
    print(await asyncio.gather(*tasks), barrier.broken)
    tasks = [asyncio.create_task(wait()) for _ in range(3)]
    print(sorted(await asyncio.gather(*tasks)))
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)


asyncio.run(main())
