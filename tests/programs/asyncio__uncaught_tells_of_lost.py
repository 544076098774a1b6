# exit: 1
# What the traceback of an uncaught exception kept alive is told of when the process ends, behind the program's own names.
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, flush=True)


async def fail(number):
    raise KeyError(number)


async def inner():
    noisy = Noisy("inner")
    raise RuntimeError("main")


async def main():
    tasks = [asyncio.create_task(fail(i), name=f"t{i}") for i in range(2)]
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError("future"))
    noisy = Noisy("main")
    forgotten = fail(9)
    await asyncio.sleep(0)
    await inner()


kept = Noisy("global")
asyncio.run(main())
