# Tasks that are destroyed while they are pending: a loop that stopped, or is closed, without them.
import asyncio
import gc


async def waits(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "finally")


async def never_started():
    print("never")


def run(*coros, turns=1):
    loop = asyncio.new_event_loop()
    tasks = [loop.create_task(coro, name=coro.__name__) for coro in coros]
    for _ in range(turns):
        loop.call_soon(loop.stop)
        loop.run_forever()
    return loop, tasks


print("# === The loop is closed, the task forgotten ===")
loop, tasks = run(waits("a"))
loop.close()
print(tasks[0].done())
del tasks, loop
gc.collect()

print("# === Not started ===")
loop = asyncio.new_event_loop()
task = loop.create_task(never_started(), name="not started")
loop.close()
del task, loop
gc.collect()

print("# === Cancelled, but not told ===")
loop, tasks = run(waits("b"))
tasks[0].cancel()
loop.close()
del tasks, loop
gc.collect()

print("# === Cancelled and told ===")
loop, tasks = run(waits("c"))
tasks[0].cancel()
loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
loop.close()
del tasks, loop
gc.collect()
print("end")
