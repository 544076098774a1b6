# AsyncioThread before its start and after its end.
import asyncio

from quara.concurrency import AsyncioThread, NotReadyError


async def work():
    return 1


def show(call, *args):
    try:
        print(call(*args))
    except NotReadyError as error:
        print(f"NotReadyError: {error}")


def try_all(thread):
    coros = [work() for _ in range(6)]
    show(thread.run_threadsafe, coros[0])
    show(thread.create_task_threadsafe, coros[1])
    show(thread.create_tasks_threadsafe, coros[2], coros[3])
    show(thread.run_until_first_complete_threadsafe, coros[4], coros[5])
    show(thread.run_in_executor_threadsafe, print)
    show(thread.wait_threadsafe, [])
    show(thread.cancel)
    print([coro.cr_frame for coro in coros])


# === Before the start ===
thread = AsyncioThread(name="loop", daemon=True)
print(thread.name, thread.daemon, thread.is_alive(), thread.loop)
try_all(thread)
show(thread.stop_threadsafe)
show(thread.stop)
queue = thread.create_queue_threadsafe()
show(queue.get_nowait)
show(thread.get_threadsafe, queue)

# === Right after the start they wait until it runs ===
thread.start()
print(thread.run_threadsafe(work()).result())

# === After the end ===
print(thread.stop())
print(thread.is_alive(), thread.loop.is_closed())
try_all(thread)
print(thread.stop_threadsafe())
