def outer(first, *rest, key=1, **more):
    """Doc."""
    total = first

    def inner(step=key):
        nonlocal total
        total += step
        return total, rest

    return inner
