"""What `anext(iterator, default)` returns."""


async def anext_or(iterator, default):
    """Return the next item, or the default when there is none."""
    try:
        return await anext(iterator)
    except StopAsyncIteration:
        return default
