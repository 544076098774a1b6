# Names in reprs are quoted, classes take type arguments, and `from … import *` gives what CPython's gives.
import asyncio
import concurrent.futures
import contextvars
import queue
import threading


async def main():
    for name in ("it's", 'q"q', "both ' and \"", "two\nlines", "tab\t", "é", "", 3):
        task = asyncio.create_task(asyncio.sleep(0), name=name)
        print(repr(task).partition(" coro=")[0])
        await task
        print(repr(task).partition(" coro=")[0])


asyncio.run(main())

# === Generic ===
print(queue.SimpleQueue[int], queue.Queue[int], queue.PriorityQueue[int], queue.LifoQueue[str])
print(concurrent.futures.Future[int], contextvars.ContextVar[int], contextvars.Token[int])
print(asyncio.Queue[int], asyncio.Future[int], asyncio.Task[int])


def typed(q: queue.SimpleQueue[int], v: contextvars.ContextVar[str]) -> concurrent.futures.Future[int]:
    pass


print(typed.__annotations__)
print(queue.SimpleQueue[int]().empty(), queue.Queue[int].__origin__ is queue.Queue)

# === Star ===
for module in asyncio, threading, queue, contextvars, concurrent.futures:
    names = {}
    absent = "settrace setprofile gettrace getprofile ProcessPoolExecutor _all_threads Protocol Transport ChildWatcher Server StreamWriter"
    exec(f"from {module.__name__} import *", names)
    shown = sorted(name for name in names if name != "__builtins__" and not any(part in name for part in absent.split()))
    print(module.__name__, len(shown), shown)
print(asyncio.log.logger.name, asyncio.streams.StreamReader is asyncio.StreamReader)
