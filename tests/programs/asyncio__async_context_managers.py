# async with: the protocol, order of exits, errors on the way, suppressed ones, wrong objects.
import asyncio


class Manager:
    def __init__(self, name, *, suppress=False, enter=None, exit=None):
        self.name, self.suppress, self.enter_error, self.exit_error = name, suppress, enter, exit

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        if self.enter_error:
            raise self.enter_error
        return self.name

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("exit", self.name, repr(error))
        if self.exit_error:
            raise self.exit_error
        return self.suppress


async def attempt(coro):
    try:
        print("result", await coro)
    except BaseException as error:
        print("error", repr(error), "context", repr(error.__context__))


async def several():
    async with Manager("a") as a, Manager("b", suppress=True) as b, Manager("c") as c:
        print(a, b, c)
        raise KeyError("body")
    return "went on after b"


async def enter_fails():
    async with Manager("a"), Manager("b", enter=OSError("enter")):
        print("not reached")


async def exit_fails():
    async with Manager("a"), Manager("b", exit=OSError("exit")):
        raise KeyError("body")


async def leaves():
    for n in range(3):
        async with Manager(f"loop {n}"):
            if n == 0:
                continue
            return n


async def cancelled():
    async with Manager("a"):
        asyncio.current_task().cancel()
        await asyncio.sleep(0)


async def suppresses_cancellation():
    async with Manager("a", suppress=True):
        asyncio.current_task().cancel()
        await asyncio.sleep(0)
    return asyncio.current_task().cancelling()


class Plain:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


async def wrong(kind):
    async with kind():
        pass


async def wrong_with():
    with Manager("a"):
        pass


async def main():
    for case in (several, enter_fails, exit_fails, leaves, wrong_with):
        print("# ===", case.__name__, "===")
        await attempt(case())
    for case in (cancelled, suppresses_cancellation):
        print("# ===", case.__name__, "===")
        await attempt(asyncio.create_task(case()))
    for kind in (Plain, NotAwaitable, object):
        await attempt(wrong(kind))


asyncio.run(main())
