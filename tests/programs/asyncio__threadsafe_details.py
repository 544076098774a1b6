# run_coroutine_threadsafe in all its outcomes, seen from both sides.
import asyncio
import concurrent.futures
import threading
import time

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


def run(coro):
    return asyncio.run_coroutine_threadsafe(coro, loop)


async def where():
    return threading.current_thread().name, asyncio.get_running_loop() is loop


async def fails():
    raise KeyError("inside")


async def slow(events):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        events.append("cancelled inside")
        raise
    finally:
        done.set()


done = threading.Event()
attempt("result", run(where()).result)
attempt("error", run(fails()).result)
attempt("exception", lambda: repr(run(fails()).exception()))
events = []
future = run(slow(events))
attempt("timeout", lambda: future.result(timeout=0.02))
print(future.done(), future.running(), events)
print(future.cancel(), future.cancelled())
done.wait()
attempt("cancelled outside", future.result)
print(events)


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


attempt("cancelled inside", run(cancels_itself()).result)


async def raises_base(error):
    raise error


attempt("not a coroutine", lambda: run(print))
attempt("a future", lambda: run(loop.create_future()))
called = []
future = run(asyncio.sleep(0.03))
future.add_done_callback(lambda f: called.append(threading.current_thread().name))
future.result()
time.sleep(0.01)
print(called)
many = [run(asyncio.sleep(0.01, n)) for n in range(3)]
print([f.result() for f in concurrent.futures.as_completed(many)] != [], sorted(f.result() for f in many))
print(concurrent.futures.wait(many).not_done)

print("# === From a coroutine into another loop ===")


async def here():
    future = run(where())
    print(await asyncio.wrap_future(future))
    wrapped = asyncio.wrap_future(run(slow(events)))
    await asyncio.sleep(0.01)
    done.clear()
    wrapped.cancel()
    await asyncio.to_thread(done.wait)
    print(wrapped.cancelled(), events)
    print(asyncio.wrap_future(wrapped) is wrapped)


asyncio.run(here())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running())
loop.close()
coro = where()
attempt("closed", lambda: run(coro))
coro.close()
