# Asynchronous methods of all kinds: class, static, property, special methods, inherited, abstract, decorated.
import abc
import asyncio
import functools


def traced(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        print("call", function.__qualname__)
        try:
            return await function(*args, **kwargs)
        finally:
            print("end", function.__qualname__)

    return wrapper


class Base(abc.ABC):
    @abc.abstractmethod
    async def fetch(self): ...

    @classmethod
    async def create(cls, *args):
        self = cls(*args)
        await asyncio.sleep(0)
        self.ready = True
        return self

    @staticmethod
    async def helper(n):
        return n * 2

    @property
    async def value(self):
        return await self.fetch()

    async def __call__(self, n):
        return n + 1

    def __await__(self):
        return self.fetch().__await__()


class Child(Base):
    def __init__(self, text="text"):
        self.text = text

    @traced
    async def fetch(self):
        await asyncio.sleep(0)
        return self.text

    async def other(self):
        return await super().helper(21), await super().__call__(1)


class Grandchild(Child):
    async def fetch(self):
        return (await super().fetch()) + "!"


async def main():
    try:
        Base()
    except TypeError as error:
        print(error)
    child = await Child.create("made")
    print(child.ready, await child.value, await child(5), await child.helper(3), await child)
    print(await child.other(), await Grandchild("grand"))
    method = child.fetch
    print(asyncio.iscoroutinefunction(method), method.__name__, await method())
    print(await asyncio.gather(child, Grandchild(), child.value))

    class Lazy:
        @functools.cached_property
        def task(self):
            return asyncio.create_task(Base.helper(4))

    lazy = Lazy()
    print(await lazy.task, await lazy.task, lazy.task is lazy.task)

    @functools.lru_cache
    async def cached(n):
        return n

    print(await cached(1))
    try:
        await cached(1)
    except RuntimeError as error:
        print("a cached coroutine:", error)
    single = functools.singledispatch(Base.helper)
    print(await single(8), await functools.partial(Base.helper, 5)())


asyncio.run(main())
