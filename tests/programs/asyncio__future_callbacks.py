# Callbacks of a future: twice the same, removed, added late, added by a callback, failing.
import asyncio
import functools


def one(future):
    print("one", future.result())


def two(future, extra="default"):
    print("two", extra)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(one)
    future.add_done_callback(two)
    future.add_done_callback(one)
    future.add_done_callback(functools.partial(two, extra="partial"))
    print(future.remove_done_callback(one), future.remove_done_callback(one), future.remove_done_callback(print))
    future.set_result("result")
    print("nothing was called yet")
    print(future.remove_done_callback(two))
    await asyncio.sleep(0)

    print("# === Added to a done future ===")
    future.add_done_callback(one)
    print("not yet")
    await asyncio.sleep(0)
    print(future.remove_done_callback(one))

    print("# === Added by a callback ===")
    future = loop.create_future()

    def adds(future):
        print("adds")
        future.add_done_callback(one)
        future.add_done_callback(lambda f: print("added by a callback, too"))

    future.add_done_callback(adds)
    future.add_done_callback(lambda f: print("second"))
    future.set_result("again")
    await asyncio.sleep(0)
    print("one turn later")
    await asyncio.sleep(0)

    print("# === Removed by a callback: too late ===")
    future = loop.create_future()
    future.add_done_callback(lambda f: print("removed:", f.remove_done_callback(one)))
    future.add_done_callback(one)
    future.set_result("all the same")
    await asyncio.sleep(0)

    print("# === Of a cancelled future ===")
    future = loop.create_future()
    future.add_done_callback(lambda f: print("cancelled:", f.cancelled()))
    future.cancel()
    await asyncio.sleep(0)

    print("# === Failing ===")
    loop.set_exception_handler(lambda loop, context: print("handler:", repr(context["exception"])))
    future = loop.create_future()
    future.add_done_callback(lambda: None)
    future.add_done_callback(lambda f: f.missing)
    future.add_done_callback(lambda f: print("goes on"))
    future.set_result(None)
    await asyncio.sleep(0)
    for wrong in (lambda: future.add_done_callback(), lambda: future.add_done_callback(one, 1)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
