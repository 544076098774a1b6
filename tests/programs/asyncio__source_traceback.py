# In debug mode futures and handles know who made them, and reports say it.
import asyncio


def tell(future):
    print(repr(future).replace(str(future.get_loop()), "LOOP"))


def make():
    return asyncio.Future()


async def main():
    loop = asyncio.get_running_loop()
    print("# === Futures ===")
    future = make()
    tell(future)
    newest = future._source_traceback[-1]
    print(newest.name, newest.lineno, newest.line)
    print(future._source_traceback[-2].name)
    future.set_result(1)
    tell(future)

    print("# === Handles ===")
    handle = loop.call_soon(print, "a", "b")
    print(handle)
    print(handle._source_traceback[-1].name)
    handle.cancel()
    print(handle._callback, handle._args)

    print("# === Without debug mode ===")
    loop.set_debug(False)
    print(make(), make()._source_traceback, loop.call_soon(print, "c"))
    loop.set_debug(True)

    print("# === Reports ===")

    def handler(loop, context):
        print(sorted(context))
        print([call.name for call in context.get("source_traceback", ())][-1])

    loop.set_exception_handler(handler)

    def bad():
        1 / 0

    loop.call_soon(bad)
    await asyncio.sleep(0)
    failed = make()
    failed.set_exception(ValueError("x"))
    del failed
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
