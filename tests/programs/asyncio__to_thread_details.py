# to_thread: arguments, context, errors, cancellation that does not stop the thread.
import asyncio
import contextvars
import threading
import time

who = contextvars.ContextVar("who", default="nobody")


def work(a, b=0, *, c=0):
    return a + b + c, who.get(), threading.current_thread() is threading.main_thread()


async def attempt(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


async def main():
    who.set("main")
    await attempt("arguments", asyncio.to_thread(work, 1, b=2, c=3))
    await attempt("context is a copy", asyncio.to_thread(who.set, "thread") and asyncio.to_thread(who.get))
    print(who.get())
    await attempt("error", asyncio.to_thread(int, "x"))
    await attempt("wrong arguments", asyncio.to_thread(work))
    await attempt("no function", asyncio.to_thread(5))
    await attempt("StopIteration", asyncio.to_thread(next, iter([])))
    await attempt("a coroutine function", asyncio.to_thread(asyncio.iscoroutinefunction, work))

    print("# === Cancelled: the thread goes on ===")
    finished = threading.Event()

    def slow():
        time.sleep(0.05)
        finished.set()
        return "slow"

    task = asyncio.create_task(asyncio.to_thread(slow))
    await asyncio.sleep(0.01)
    task.cancel()
    await attempt("cancelled", task)
    print(finished.is_set(), await asyncio.to_thread(finished.wait))

    print("# === A time limit ===")
    finished.clear()
    await attempt("too slow", asyncio.wait_for(asyncio.to_thread(slow), 0.01))
    finished.wait()
    results = await asyncio.gather(*(asyncio.to_thread(lambda n=n: n * n) for n in range(4)))
    print(results)
    print("from the thread back:", await asyncio.to_thread(calls_back, asyncio.get_running_loop()))
    coro = asyncio.to_thread(print, "never printed")
    coro.close()


def calls_back(loop):
    async def answer():
        return threading.current_thread() is threading.main_thread()

    return asyncio.run_coroutine_threadsafe(answer(), loop).result()


asyncio.run(main())
