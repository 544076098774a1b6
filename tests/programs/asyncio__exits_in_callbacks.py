# SystemExit and KeyboardInterrupt in callbacks, timers, done callbacks and threads of the executor.
import asyncio
import sys


async def waits(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "finally")


async def main(how):
    loop = asyncio.get_running_loop()
    if how == "call_soon":
        loop.call_soon(sys.exit, how)
    elif how == "call_later":
        loop.call_later(0.01, sys.exit, how)
    elif how == "done callback":
        future = loop.create_future()
        future.add_done_callback(lambda f: sys.exit(how))
        future.set_result(None)
    elif how == "interrupt":
        loop.call_soon(interrupt)
    elif how == "executor":
        await loop.run_in_executor(None, sys.exit, how)
    elif how == "awaited":
        sys.exit(how)
    elif how == "caught":
        try:
            sys.exit(how)
        except SystemExit as error:
            print("caught", error)
            return
    elif how == "task":
        task = asyncio.create_task(exits(how))
        await waits("main")
    await waits("main")


async def exits(how):
    sys.exit(how)


def interrupt():
    raise KeyboardInterrupt("interrupt")


for how in ("call_soon", "call_later", "done callback", "interrupt", "executor", "awaited", "caught", "task"):
    print("# ===", how, "===")
    try:
        asyncio.run(main(how))
    except BaseException as error:
        print("out of run:", repr(error))

print("# === The loop goes on after it ===")
loop = asyncio.new_event_loop()
loop.call_soon(sys.exit, "first run")
loop.call_soon(print, "comes in the next run")
try:
    loop.run_forever()
except SystemExit as error:
    print("exit", error, loop.is_running(), loop.is_closed())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
