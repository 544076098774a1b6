# Two loops that take turns in one thread: each has its own tasks, times and callbacks.
import asyncio

first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
log = []


async def work(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)
    return asyncio.get_running_loop() is (first if name == "one" else second)


one, two = first.create_task(work("one", 4)), second.create_task(work("two", 4))
while not (one.done() and two.done()):
    for loop in (first, second):
        loop.call_soon(loop.stop)
        loop.run_forever()
print(log, one.result(), two.result())


async def awaits_the_other(task):
    try:
        await task
    except RuntimeError as error:
        text = str(error)
        return text[:4], text[-27:]


pending = second.create_future()
print(first.run_until_complete(awaits_the_other(pending)))
pending.set_result("a done future can be awaited anywhere")
print(pending.result())


async def awaits_done():
    return await pending


print(first.run_until_complete(awaits_done()))


async def gathers():
    try:
        await asyncio.gather(second.create_future(), asyncio.sleep(0))
    except (ValueError, RuntimeError) as error:
        return type(error).__name__, str(error)[-55:]


print(first.run_until_complete(gathers()))
event = asyncio.Event()


async def uses(event):
    asyncio.get_running_loop().call_soon(event.set)
    await event.wait()
    event.clear()
    return "set"


print(first.run_until_complete(uses(event)))
try:
    second.run_until_complete(uses(event))
except RuntimeError as error:
    print(str(error).split("> ")[-1])
for loop in (first, second):
    loop.close()
