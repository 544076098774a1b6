# AsyncioThread: running coroutines and tasks, from outside and inside.
import asyncio
import sys
import threading
import time

from quara.concurrency import AsyncioThread


async def work(name, delay=0.0):
    await asyncio.sleep(delay)
    return name


async def fail():
    raise ValueError("on purpose")


async def forever(name):
    try:
        await asyncio.sleep(60)
    finally:
        print(name, "ends")


with AsyncioThread(name="loop", max_workers=2) as thread:
    # === run_threadsafe ===
    future = thread.run_threadsafe(work("result", 0.01))
    print(type(future).__name__, future.result())
    try:
        thread.run_threadsafe(fail()).result()
    except ValueError as error:
        print(repr(error))

    # === create_task_threadsafe ===
    task = thread.create_task_threadsafe(work("task", 0.01), name="named")
    print(type(task).__name__, task.get_name())
    tasks = [task, *thread.create_tasks_threadsafe(work("slow", 0.3), work("quick"))]
    done, pending = thread.wait_threadsafe(tasks, return_when=asyncio.FIRST_COMPLETED).result()
    print(len(done) >= 1, tasks[1] in pending)
    done, pending = thread.wait_threadsafe(tasks).result()
    print([task.result() for task in tasks], len(done), pending)

    # === run_until_first_complete_threadsafe ===
    print(thread.run_until_first_complete_threadsafe(forever("loser"), work("winner", 0.02)).result())

    # === The pool ===
    print(thread.run_in_executor_threadsafe(int, "11", base=2).result())

    # === Inside the loop ===
    async def inside():
        first = await thread.create_task(work("first"))
        second, third = await thread.create_tasks(work("second"), work("third"))
        done, pending = await thread.wait([first, second, third])
        print(len(done), len(pending), await first, await third)
        print(await thread.run_in_executor(int, "12", base=3))
        print(await thread.run_until_first_complete(work("slow", 5), work("fast")))
        print(threading.current_thread() is thread)

    thread.run_threadsafe(inside()).result()

    # === cancel ends the tasks, not the thread ===
    task = thread.create_task_threadsafe(forever("cancelled task"))
    thread.run_threadsafe(work("let it begin")).result()
    thread.cancel()
    thread.wait_threadsafe([task]).result()
    print(task.cancelled(), thread.is_alive(), thread.run_threadsafe(work("still here")).result())

    # === A task that fails is reported at once ===
    print("a failing task", file=sys.stderr)
    kept = thread.create_task_threadsafe(fail(), name="doomed")
    thread.run_threadsafe(work("later")).result()
    print("goes on", file=sys.stderr)

# === The decorator ===
thread = AsyncioThread()


@thread.task
async def ticks():
    while True:
        print("tick")
        try:
            await asyncio.sleep(0.4)
        except asyncio.CancelledError:
            print("bye")
            break


print(ticks.__name__, asyncio.iscoroutinefunction(ticks))
try:
    thread.task(print)
except TypeError:
    print("no coroutine function")
thread.start()
time.sleep(1)
thread.stop_threadsafe()
