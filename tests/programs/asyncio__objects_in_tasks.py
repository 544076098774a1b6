# Objects that tasks hold: when __del__ runs after a result, an exception, a cancellation.
import asyncio
import gc


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  ", self.name, "goes")


async def returns(name):
    thing = Thing(f"local of {name}")
    await asyncio.sleep(0)
    return thing.name


async def result():
    return Thing("result")


async def raises():
    thing = Thing("local of a failing task")
    await asyncio.sleep(0)
    raise ValueError(thing.name)


async def waits():
    thing = Thing("local of a cancelled task")
    await asyncio.sleep(1)
    return thing


async def main():
    print("# === A local goes with the coroutine ===")
    task = asyncio.create_task(returns("a task"))
    print(await task)
    print(await returns("an awaited coroutine"))

    print("# === A result lives as long as its task ===")
    task = asyncio.create_task(result())
    print((await task).name)
    del task
    print("task deleted")

    print("# === An exception holds the locals of its frames ===")
    task = asyncio.create_task(raises())
    try:
        await task
    except ValueError as error:
        print("caught", error)
    print("after the handler")
    del task
    gc.collect()
    print("task deleted")

    print("# === Cancelled ===")
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print("ended", task.cancelled())
    del task
    gc.collect()
    print("task deleted")

    print("# === Arguments of callbacks ===")
    asyncio.get_running_loop().call_soon(lambda thing: print("called with", thing.name), Thing("argument"))
    await asyncio.sleep(0)
    handle = asyncio.get_running_loop().call_later(10, print, Thing("argument of a timer"))
    handle.cancel()
    print("cancelled")
    del handle

    print("# === Items of a queue ===")
    queue = asyncio.Queue()
    queue.put_nowait(Thing("item"))
    queue.get_nowait()
    print("got and dropped")
    queue.put_nowait(Thing("left in the queue"))
    del queue
    print("end")


asyncio.run(main())
