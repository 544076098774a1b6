# await in every kind of expression: operands, calls, subscripts, conditions, targets, strings, chains.
import asyncio

log = []


async def give(value, label=None):
    log.append(label if label is not None else value)
    await asyncio.sleep(0)
    return value


class Box:
    def __init__(self):
        self.items = {}

    def __setitem__(self, key, value):
        log.append(f"set {key}")
        self.items[key] = value

    async def get(self):
        return self


async def main():
    print(await give(1) + await give(2) * await give(3), log)
    log.clear()
    print(await give(5) if await give(False, "condition") else await give(6, "else"), log)
    log.clear()
    print(await give(0) and await give("never"), await give(0) or await give("second"), not await give(True), log)
    log.clear()
    print(await give(1) < await give(3) < await give(2) < await give("never"), log)
    log.clear()
    box = Box()
    (await box.get())[await give("key")] = await give("value")
    print(box.items, log)
    log.clear()
    values = [1, 2, 3]
    values[await give(0)] += await give(10)
    print(values, values[await give(0) : await give(2)], (await give([7, 8]))[1])
    print(f"{await give(3.14159):.2f} {await give('r')!r} {await give(5)=}", "%s-%s" % (await give(1), await give(2)))
    print((await give(print))("called"), (lambda x: x * 2)(await give(4)), max(await give(1), await give(9), key=await give(abs)))
    print(*await give([1, 2]), **await give({"sep": "-"}))
    first, *rest = await give([1, 2, 3])
    a = b = await give("both")
    print(first, rest, a, b, {await give("k"): await give("v")}, {await give(1), await give(1)}, (await give(1),))
    if (n := await give(5)) > 3:
        print(n)
    while (n := n - await give(2)) > 0:
        print("n", n)
    assert await give(True), await give("message")
    try:
        assert await give(False), await give("message")
    except AssertionError as error:
        print(repr(error))
    try:
        raise await give(ValueError("awaited"))
    except ValueError as error:
        print(error)
    match await give({"kind": "point", "x": 1}):
        case {"kind": "point", "x": x} if await give(x) == 1:
            print("matched", x)
    with await give(__import__("contextlib").nullcontext("cm")) as value:
        print(value)
    for item in await give("ab"):
        print(item, end=" ")
    print(-await give(1), await give(2) ** await give(3), (await give("x")).upper(), await (await give(asyncio.sleep(0, "inner"))))
    del values[await give(0)]
    print(values, [*await give([1]), *await give([2])], await give(1) is await give(1), await give(2) in await give([2]))
    return await give("returned")


print(asyncio.run(main()))
