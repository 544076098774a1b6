# The order in which tasks and callbacks take their turns.
import asyncio


async def step(name, times=2):
    for number in range(times):
        print(name, number)
        await asyncio.sleep(0)


# === Tasks take turns in the order they were made ===
async def turns():
    tasks = [asyncio.create_task(step(name)) for name in "abc"]
    print("all made, none begun")
    await asyncio.gather(*tasks)


asyncio.run(turns())


# === Awaiting a coroutine does not let the others run, awaiting a task does ===
async def no_switch():
    print("coroutine")


async def switching():
    task = asyncio.create_task(step("task", 1))
    await no_switch()
    await no_switch()
    print("now the task")
    await task


asyncio.run(switching())


# === call_soon is in line with the tasks ===
async def callbacks():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback 1")
    task = asyncio.create_task(step("task", 1))
    loop.call_soon(print, "callback 2")
    handle = loop.call_soon(print, "never")
    handle.cancel()
    print(handle.cancelled())
    await task
    print("main is woken one turn later")


asyncio.run(callbacks())


# === What a callback schedules comes in the next turn ===
async def chain():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def first():
        print("first")
        loop.call_soon(third)

    def third():
        print("third")
        done.set_result(None)

    loop.call_soon(first)
    loop.call_soon(print, "second")
    await done


asyncio.run(chain())


# === A finished future wakes its waiters in their order, a turn later ===
async def waiters():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def wait(name):
        print(name, await future)

    tasks = [asyncio.create_task(wait(name)) for name in ("one", "two", "three")]
    await asyncio.sleep(0)
    future.add_done_callback(lambda future: print("callback", future.result()))
    future.set_result("result")
    print("set")
    await asyncio.gather(*tasks)


asyncio.run(waiters())


# === Timers go by their deadlines; equal ones in the heap's order ===
async def timers():
    loop = asyncio.get_running_loop()
    for delay in (0.2, 0.05, 0.1):
        loop.call_later(delay, print, "after", delay)
    await asyncio.sleep(0.3)
    when = loop.time() + 0.02
    for number in range(8):
        loop.call_at(when, lambda number=number: print(number, end=" "))
    await asyncio.sleep(0.05)
    print()
    timer = loop.call_later(0.01, print, "never")
    timer.cancel()
    await asyncio.sleep(0.03)
    print(timer.cancelled(), timer.when() < loop.time())


asyncio.run(timers())


# === sleep(0) takes one turn, a longer one lets all ready tasks go on ===
async def sleeps():
    task = asyncio.create_task(step("other", 5))
    print(await asyncio.sleep(0, "zero"))
    print(await asyncio.sleep(-1, "negative"))
    print(await asyncio.sleep(0.02, "longer"))
    await task


asyncio.run(sleeps())
