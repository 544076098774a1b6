def relay(source):
    got = yield
    result = yield from source
    return result


async def stream(source):
    async for item in source:
        yield item
