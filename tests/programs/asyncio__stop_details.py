# loop.stop: from callbacks, from tasks, twice, before the loop runs; what is left is there for the next run.
import asyncio

log = []
loop = asyncio.new_event_loop()


async def counts(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)
    return name


def run():
    loop.run_forever()
    print(log)
    log.clear()


task = loop.create_task(counts("a", 6))
loop.call_soon(loop.stop)
run()
loop.call_soon(loop.stop)
loop.stop()
run()
loop.call_soon(lambda: (loop.stop(), log.append("goes on to the end of the turn")))
loop.call_soon(log.append, "same turn")
run()
loop.call_later(0.01, loop.stop)
run()
print(task.done(), task.result())


async def stops_itself():
    log.append("stops")
    loop.stop()
    log.append("still runs")
    await asyncio.sleep(0)
    log.append("next run")


task = loop.create_task(stops_itself())
run()
print(task.done())
loop.call_soon(loop.stop)
run()
print(task.done())
print(loop.run_until_complete(counts("b", 2)), log)
log.clear()


async def stops_main():
    loop.call_soon(loop.stop)
    await asyncio.sleep(1)


task = loop.create_task(stops_main())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error, task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
future = loop.create_future()
loop.call_soon(future.set_result, "r")
print(loop.run_until_complete(future), loop.run_until_complete(future))
failed = loop.create_future()
failed.set_exception(KeyError("k"))
try:
    loop.run_until_complete(failed)
except KeyError as error:
    print(repr(error))
loop.close()
