async def f(lock):
    async with lock as held:
        with open(held):
            return await held.wait(1)
