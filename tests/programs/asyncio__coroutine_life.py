# The life of a coroutine: states, closing, wrong uses.
import asyncio
import inspect


async def simple(n):
    return n


async def waits():
    try:
        await asyncio.sleep(0)
        return "done"
    finally:
        print("finally in waits")


def show(f):
    try:
        print(f())
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


# === Driving by hand ===
c = simple(5)
print(inspect.getcoroutinestate(c), type(c).__name__, c.__name__, c.__qualname__)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(c))
show(lambda: c.send(None))
c = waits()
print(c.send(None), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
c = waits()
c.send(None)
show(lambda: c.throw(KeyError("thrown in")))
c = simple(1)
show(lambda: c.throw(ValueError("before the start")))
c = simple(1)
show(lambda: c.send(1))
c.close()

# === What cannot be done with it ===
c = simple(1)
for f in (lambda: c + 1, lambda: list(c), lambda: next(c), lambda: c(), lambda: len(c), lambda: c.result(), lambda: [x for x in c], lambda: c[0]):
    show(f)
c.close()
for source in ("await x", "def f(): await x", "async def f(): await", "[await x for x in y]", "lambda: await x", "async def f(): return await = 1", "await = 1", "async = 1", "async def f(): def g(): await x", "class C: await x", "async for x in y: pass", "async with x: pass", "def f():\n  async with x: pass", "async x", "async lambda: 1"):
    try:
        compile(source, "s", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(error.msg)


# === Functions that return coroutines ===
def makes(n):
    return simple(n)


class Service:
    async def call(self, n):
        return n * 10

    async def __call__(self, n):
        return n * 100

    @staticmethod
    async def static(n):
        return n * 2

    @classmethod
    async def of_class(cls, n):
        return cls.__name__, n

    @property
    async def prop(self):
        return "from a property"


async def main():
    s = Service()
    print(await makes(1), await s.call(2), await s(3), await Service.static(4), await s.of_class(5), await s.prop, await (lambda n: simple(n))(6))
    print([await f(1) for f in (simple, s.call, s)], await max([simple], key=id)(9))
    c = simple(3)
    print(await c)
    try:
        await c
    except RuntimeError as error:
        print(error)
    default = await simple(await simple(await simple(8)))
    print(default, (await simple(2)) + await simple(3) * await simple(4), -await simple(5), await simple([1])[0:1] if False else (await simple([1, 2]))[0])


asyncio.run(main())
