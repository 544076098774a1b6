# async under asyncio.run: tasks, order, gather, errors.
import asyncio

# === Hello ===
async def hello(name, delay):
    await asyncio.sleep(delay)
    print("hello", name)
    return name.upper()

async def main():
    print(await hello("a", 0.01))
    # === Together ===
    print(await asyncio.gather(hello("slow", 0.03), hello("fast", 0.01)))
    # === Tasks ===
    task = asyncio.create_task(hello("task", 0.01))
    print("created", task.done())
    print(await task, task.done(), task.result())
    # === Turns ===
    async def turn(name):
        for i in range(3):
            print(name, i)
            await asyncio.sleep(0)
    await asyncio.gather(turn("x"), turn("y"))
    # === Cancel ===
    task = asyncio.create_task(hello("never", 10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    # === Errors ===
    async def broken():
        raise ValueError("broken")
    print(await asyncio.gather(broken(), hello("ok", 0), return_exceptions=True))
    try:
        await asyncio.wait_for(hello("late", 5), 0.01)
    except TimeoutError:
        print("timed out")
    return "done"

print(asyncio.run(main()))
