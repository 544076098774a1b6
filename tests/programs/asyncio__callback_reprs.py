# How handles, futures and reports show what they call.
import asyncio
import functools


def plain(*args):
    pass


def wrapping(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


class Thing:
    def method(self, *args):
        pass

    @staticmethod
    def static(*args):
        pass

    @classmethod
    def of_class(cls, *args):
        pass

    def __call__(self, *args):
        1 / 0

    def __repr__(self):
        return "<Thing>"


CALLBACKS = {
    "function": plain,
    "lambda": lambda *args: 1 / 0,
    "wrapped": wrapping(plain),
    "partial": functools.partial(plain, 1),
    "partial of a partial": functools.partial(functools.partial(plain, 1), 2),
    "method": Thing().method,
    "static method": Thing.static,
    "class method": Thing.of_class,
    "partial of a method": functools.partial(Thing().method, 3),
    "class": Thing,
    "object": Thing(),
    "partial of an object": functools.partial(Thing(), 1),
    "built-in": print,
    "built-in method": [].append,
    "method of asyncio": asyncio.Event().set,
}


async def main():
    loop = asyncio.get_running_loop()
    for name, callback in CALLBACKS.items():
        handle = loop.call_soon(callback, 5)
        future = loop.create_future()
        future.add_done_callback(callback)
        print(name, handle, future)
        handle.cancel()
    print(handle)

    print("# === In debug mode ===")
    loop.set_debug(True)
    handle = loop.call_soon(plain, 5, "x")
    print(handle)
    handle.cancel()
    print(handle, handle._callback)

    print("# === Reports ===")
    loop.set_exception_handler(lambda loop, context: print(context["message"], context["handle"]))
    for debug in (True, False):
        loop.set_debug(debug)
        loop.call_soon(CALLBACKS["lambda"], 1, 2)
        loop.call_soon(Thing(), [3])
        await asyncio.sleep(0)


asyncio.run(main())
