# Loops in loops: run inside run, run_until_complete inside a coroutine, and ways that do work.
import asyncio
import threading


async def inner():
    await asyncio.sleep(0)
    return "inner"


def attempt(what, call):
    try:
        print(what, "->", call())
    except RuntimeError as error:
        print(what, "->", error)


def sync_helper():
    coro = inner()
    try:
        return asyncio.run(coro)
    finally:
        coro.close()


async def main():
    loop = asyncio.get_running_loop()
    attempt("run in a coroutine", sync_helper)
    attempt("run_until_complete", lambda: loop.run_until_complete(loop.create_future()))
    other = asyncio.new_event_loop()
    print(other.is_running(), loop.is_running(), asyncio.get_running_loop() is loop)
    other.close()
    print("in a thread ->", await asyncio.to_thread(sync_helper))
    results = []
    thread = threading.Thread(target=lambda: results.append(asyncio.run(inner())))
    thread.start()
    thread.join()
    print(results, asyncio.get_running_loop() is loop)
    loop.call_soon(attempt, "run in a callback", sync_helper)
    await asyncio.sleep(0)

    async with asyncio.Runner() as runner:
        pass


def after():
    attempt("after it", sync_helper)


try:
    asyncio.run(main())
except TypeError as error:
    print(error)
after()
