# run_coroutine_threadsafe and what its future does: results, errors, cancelling, callbacks, timeouts, waiting for several, loops that end.
import asyncio
import concurrent.futures
import contextvars
import threading
import time
import warnings

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()
where = contextvars.ContextVar("where", default="nowhere")


def submit(coro):
    return asyncio.run_coroutine_threadsafe(coro, loop)


async def answer(value, pause=0):
    if pause:
        await asyncio.sleep(pause)
    return value


async def fails(error):
    raise error


print("# === Results and errors ===")
future = submit(answer(1))
print(future.result(), future.done(), future.running(), future.cancelled(), future.exception())
future = submit(fails(ValueError("no")))
try:
    future.result()
except ValueError as error:
    print(repr(error), future.exception() is error)
future = submit(fails(asyncio.CancelledError("inside")))
try:
    future.result()
except concurrent.futures.CancelledError as error:
    print(type(error).__module__, error.args, future.cancelled())
print(type(future).__module__, type(future).__qualname__)

print("# === Not a coroutine ===")
for thing in (1, asyncio.sleep, loop):
    try:
        asyncio.run_coroutine_threadsafe(thing, loop)
    except TypeError as error:
        print(error)

print("# === Callbacks: in which thread, in which context, in which order ===")


def told(name):
    def callback(future):
        print(name, threading.current_thread().name, where.get(), future.done())

    return callback


where.set("main")
future = submit(answer(2, 0.02))
for name in ("first", "second"):
    future.add_done_callback(told(name))
value = future.result()
time.sleep(0.05)  # the callbacks come after the result
print(value)
future.add_done_callback(told("late"))

print("# === Timeouts ===")
future = submit(answer(3, 0.05))
for timeout in (0, 0.01, -1):
    try:
        future.result(timeout)
    except TimeoutError as error:
        print("timeout", error.args, future._state, len(future._waiters))
print(future.result(10))

print("# === Several threads wait ===")
future = submit(answer("all", 0.03))
names = []
waiting = [threading.Thread(target=lambda: names.append(future.result())) for _ in range(4)]
for one in waiting:
    one.start()
for one in waiting:
    one.join()
print(names)

print("# === wait and as_completed ===")
futures = [submit(answer(n, n / 10)) for n in (3, 1, 2)]
done, pending = concurrent.futures.wait(futures, return_when=concurrent.futures.FIRST_COMPLETED)
print([f.result() for f in done], len(pending))
print([f.result() for f in concurrent.futures.as_completed(futures)][1:])
print(concurrent.futures.wait(futures).not_done)

print("# === Cancelling from outside ===")
future = submit(answer(4, 10))
time.sleep(0.01)
print(future.cancel(), future.cancelled(), future.cancel())
time.sleep(0.05)
print(len(asyncio.all_tasks(loop)), future._state)
try:
    future.result()
except concurrent.futures.CancelledError as error:
    print(repr(error))

print("# === While its lock is held ===")
future = submit(answer(6, 0.01))
with future._condition:
    time.sleep(0.03)
    print("held", future._state)
    future._condition.wait_for(lambda: future._state == "FINISHED")
    print("then", future._state)
print(future.result())

print("# === States by hand ===")
future = concurrent.futures.Future()
print(future.set_running_or_notify_cancel(), future.running(), future.cancel())
future.set_result("by hand")
print(future.result(), future.cancel(), future._done_callbacks, future._waiters)
for change in (future.set_result, future.set_exception):
    try:
        change(None)
    except concurrent.futures.InvalidStateError as error:
        print(str(error).split(" at ")[0], "returned str" in str(error))
future = concurrent.futures.Future()
future.add_done_callback(told("cancelled"))
print(future.cancel(), future.set_running_or_notify_cancel(), future._state)

print("# === A task that sees its callback ===")


async def looks():
    return asyncio.current_task()._callbacks[0][0].__qualname__


print(submit(looks()).result())

print("# === A factory, and a loop that is over ===")
loop.call_soon_threadsafe(loop.set_task_factory, lambda loop, coro, **kw: asyncio.Task(coro, loop=loop, name="made", **kw))


async def named():
    return asyncio.current_task().get_name().split("-")[0]


print(submit(named()).result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
warnings.showwarning = lambda message, *rest: print("warning:", message)
left = answer("left")
future = asyncio.run_coroutine_threadsafe(left, loop)
print(future._state)
del left
loop.close()
print("closed")
late = answer("late")
try:
    asyncio.run_coroutine_threadsafe(late, loop)
except RuntimeError as error:
    print(error)
late.close()
