rows = [[x * y for x in range(3) if x] for y in rows]
makers = [lambda: x for x in rows]
total = sum(x for x in rows)


async def gather(source):
    return {key: await value async for key, value in source}
