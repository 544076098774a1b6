# Blocking calls in coroutines: everybody waits; and the same in threads: nobody does.
import asyncio
import queue
import threading
import time

log = []


async def ticks(n):
    for i in range(n):
        log.append(f"tick {i}")
        await asyncio.sleep(0.02)


async def blocks():
    await asyncio.sleep(0.03)
    log.append("block")
    time.sleep(0.1)
    log.append("unblock")


async def in_thread():
    await asyncio.sleep(0.03)
    log.append("thread")
    await asyncio.to_thread(time.sleep, 0.1)
    log.append("back")


async def main():
    started = time.monotonic()
    await asyncio.gather(ticks(4), blocks())
    print(log)
    log.clear()
    await asyncio.gather(ticks(4), in_thread())
    print(log)
    log.clear()

    print("# === A queue of threads in a coroutine ===")
    jobs = queue.Queue()
    threading.Timer(0.05, jobs.put, ["from a thread"]).start()
    ticker = asyncio.create_task(ticks(2))
    await asyncio.sleep(0)
    print(jobs.get(), log)
    await ticker
    log.clear()
    try:
        jobs.get(timeout=0.01)
    except queue.Empty:
        print("nothing for 10 ms, and nobody else ran")

    print("# === A lock of threads held across an await ===")
    lock = threading.Lock()

    async def holds(name):
        if not lock.acquire(timeout=0.01):
            return f"{name} would wait for ever"
        try:
            await asyncio.sleep(0)
            return f"{name} had it"
        finally:
            lock.release()

    print(await asyncio.gather(holds("first"), holds("second")))

    print("# === Awaits in a row are no concurrency ===")
    begun = asyncio.get_running_loop().time()
    for _ in range(3):
        await asyncio.sleep(0.02)
    in_a_row = asyncio.get_running_loop().time() - begun
    begun = asyncio.get_running_loop().time()
    await asyncio.gather(*(asyncio.sleep(0.02) for _ in range(3)))
    together = asyncio.get_running_loop().time() - begun
    print(round(in_a_row, 2) >= 0.06, together < 0.05, time.monotonic() - started < 5)


asyncio.run(main())
