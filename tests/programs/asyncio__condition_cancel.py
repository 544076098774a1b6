# Tasks that are cancelled while they wait for a condition, or for its lock afterwards.
import asyncio

log = []


async def waits(condition, name):
    try:
        async with condition:
            await condition.wait()
            log.append(f"{name} woken")
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled {error.args} locked {condition.locked()}")
        raise


async def main():
    print("# === While waiting for the notice ===")
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waits(condition, n)) for n in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel("go")
    await asyncio.sleep(0.01)
    print(log, repr(condition).split("[")[1])
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    print(log)
    log.clear()

    print("# === Notified and cancelled at once: the notice goes to another ===")
    tasks = [asyncio.create_task(waits(condition, n)) for n in "def"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(1)
        tasks[0].cancel("too late")
    await asyncio.sleep(0.01)
    print(log, [t.done() for t in tasks])
    tasks[2].cancel("end")
    await asyncio.wait(tasks, timeout=0.01)
    print(log)
    log.clear()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    log.clear()

    print("# === While it waits for the lock again ===")
    tasks = [asyncio.create_task(waits(condition, "g"))]
    await asyncio.sleep(0)
    await condition.acquire()
    condition.notify()
    await asyncio.sleep(0)
    tasks[0].cancel("first")
    await asyncio.sleep(0)
    tasks[0].cancel("second")
    await asyncio.sleep(0)
    print("not done before it has the lock:", tasks[0].done())
    condition.release()
    await asyncio.wait(tasks)
    print(log, condition.locked(), tasks[0].cancelling())
    log.clear()

    print("# === wait_for with a timeout ===")
    async with condition:
        try:
            await asyncio.wait_for(condition.wait(), 0.01)
        except TimeoutError:
            print("timeout, the lock is held:", condition.locked())
        try:
            async with asyncio.timeout(0.01):
                await condition.wait_for(lambda: False)
        except TimeoutError:
            print("timeout, the lock is held:", condition.locked())
    print(condition.locked())


asyncio.run(main())
