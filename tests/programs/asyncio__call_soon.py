# Callbacks: call_soon, call_later, call_at, handles, and the order of all.
import asyncio
import contextvars


def main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)

    # === Order ===
    loop.call_soon(print, "soon 1")
    loop.call_later(0.02, print, "later 0.02")
    loop.call_later(0.01, print, "later 0.01")
    loop.call_soon(lambda: loop.call_soon(print, "soon from soon"))
    loop.call_later(-1, print, "in the past")
    loop.call_later(0, print, "zero")
    loop.call_soon(print, "soon 2")
    loop.call_later(0.03, loop.stop)
    loop.run_forever()

    # === Handles ===
    handle = loop.call_soon(print, "never")
    handle.cancel()
    handle.cancel()
    print(handle.cancelled(), handle)
    timer = loop.call_at(loop.time() + 10, print, "never")
    print(timer.when() > loop.time(), timer.cancelled())
    timer.cancel()
    early, late = loop.call_later(1, print), loop.call_later(2, print)
    print(early < late, early == late, early >= late, sorted([late, early])[0] is early)
    early.cancel()
    late.cancel()
    loop.call_soon(loop.stop)
    loop.run_forever()

    # === stop() runs the rest of this turn ===
    loop.call_soon(print, "before stop")
    loop.call_soon(loop.stop)
    loop.call_soon(print, "after stop, same turn")
    loop.call_soon(lambda: loop.call_soon(print, "next turn"))
    loop.run_forever()
    print("--")
    loop.stop()
    loop.run_forever()

    # === Exceptions in callbacks ===
    loop.set_exception_handler(lambda l, context: print("handler:", context["message"], repr(context["exception"])))
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(int, "x")
    loop.call_soon(loop.stop)
    loop.run_forever()
    print(loop.get_exception_handler() is not None)
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)

    # === Contexts ===
    who = contextvars.ContextVar("who", default="nobody")
    context = contextvars.copy_context()
    context.run(who.set, "ada")
    loop.call_soon(lambda: print(who.get()), context=context)
    loop.call_soon(lambda: print(who.get()))
    loop.call_soon(loop.stop)
    loop.run_forever()

    # === Wrong calls ===
    for call in (lambda: loop.call_soon(5), lambda: loop.call_later(None, print), lambda: loop.call_later("1", print), lambda: loop.call_at(None, print),
                 lambda: loop.call_soon(asyncio.sleep), lambda: loop.run_until_complete(5), lambda: loop.call_soon()):
        try:
            call()
        except TypeError as error:
            print(error)
    print(loop.is_running(), loop.is_closed())
    loop.close()
    loop.close()
    for call in (lambda: loop.call_soon(print), lambda: loop.run_forever(), lambda: loop.call_later(1, print), lambda: loop.call_soon_threadsafe(print)):
        try:
            call()
        except RuntimeError as error:
            print(error)
    print(loop)


main()
