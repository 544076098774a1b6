# A loop by hand: running, stopping, stopping before it runs, closing, and what a closed one refuses.
import asyncio


def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as error:
        print(what, "->", type(error).__name__, error)


async def answer():
    await asyncio.sleep(0)
    return 42


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed(), loop)
print("# === stop before run_forever: one turn ===")
loop.call_soon(print, "first turn")
loop.call_soon(lambda: loop.call_soon(print, "second turn"))
loop.stop()
loop.run_forever()
print("stopped")
loop.call_soon(loop.stop)
loop.call_soon(print, "after stop, in the same turn")
loop.run_forever()

print("# === run_until_complete ===")
print(loop.run_until_complete(answer()), loop.run_until_complete(loop.create_task(answer())))
attempt("not awaitable", lambda: loop.run_until_complete(5))


async def stops():
    loop.stop()
    await asyncio.sleep(1)


attempt("stopped", lambda: loop.run_until_complete(stops()))
attempt("left over", lambda: len(asyncio.all_tasks(loop)))
for task in asyncio.all_tasks(loop):
    task.cancel()
loop.run_until_complete(asyncio.sleep(0))


async def inside():
    attempt("run_until_complete", lambda: loop.run_until_complete(loop.create_future()))
    attempt("close", loop.close)
    other = asyncio.new_event_loop()
    attempt("another loop", lambda: other.run_until_complete(other.create_future()))
    other.close()


loop.run_until_complete(inside())
print("# === closed ===")
loop.close()
loop.close()
print(loop.is_closed(), loop)
coro = answer()
for name, call in (
    ("run_forever", loop.run_forever),
    ("run_until_complete", lambda: loop.run_until_complete(loop.create_future())),
    ("call_soon", lambda: loop.call_soon(print)),
    ("call_later", lambda: loop.call_later(1, print)),
    ("call_at", lambda: loop.call_at(1, print)),
    ("call_soon_threadsafe", lambda: loop.call_soon_threadsafe(print)),
    ("create_task", lambda: loop.create_task(coro)),
    ("run_in_executor", lambda: loop.run_in_executor(None, print)),
    ("stop", loop.stop),
    ("time", lambda: loop.time() > 0),
    ("create_future", lambda: loop.create_future().done()),
    ("is_running", loop.is_running),
):
    attempt(name, call)
coro.close()
