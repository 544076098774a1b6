# What a Future refuses: to work without __init__, to lose attributes, the old signature of throw().
import asyncio
import warnings

loop = asyncio.new_event_loop()


def attempt(what, call):
    try:
        print(what, call())
    except BaseException as error:
        print(what, type(error).__name__, error)


print("# === Without __init__ ===")
for name in ("result", "exception", "done", "cancelled", "cancel", "get_loop", "__await__", "__iter__", "__repr__"):
    bare = asyncio.Future.__new__(asyncio.Future)
    attempt(name, lambda: getattr(bare, name)())
attempt("set_result", lambda: bare.set_result(1))
attempt("set_exception", lambda: bare.set_exception(ValueError))
attempt("add_done_callback", lambda: bare.add_done_callback(print))
attempt("remove_done_callback", lambda: bare.remove_done_callback(print))
attempt("_source_traceback", lambda: bare._source_traceback)
attempt("_asyncio_future_blocking", lambda: bare._asyncio_future_blocking)

print("# === Attributes stay ===")
future = loop.create_future()
for name in ("_asyncio_future_blocking", "_log_traceback", "_cancel_message"):
    attempt(name, lambda: delattr(future, name))


async def nothing():
    pass


task = loop.create_task(nothing())
attempt("_log_destroy_pending", lambda: delattr(task, "_log_destroy_pending"))
loop.run_until_complete(task)

print("# === throw() of an awaited future ===")
warnings.simplefilter("ignore")
iterator = iter(future)
attempt("instance", lambda: iterator.throw(ValueError("one")))
attempt("class", lambda: iterator.throw(ValueError))
attempt("class and instance", lambda: iterator.throw(ValueError, ValueError("two"), None))
attempt("class and value", lambda: iterator.throw(ValueError, "three"))
attempt("traceback", lambda: iterator.throw(ValueError, ValueError("four"), 32))
attempt("instance and value", lambda: iterator.throw(ValueError("five"), ValueError("six")))
attempt("no exception", lambda: iterator.throw(list))
attempt("no class", lambda: iterator.throw(7))
warnings.simplefilter("error")
attempt("warning", lambda: iterator.throw(ValueError, ValueError("seven")))

print("# === Generic aliases ===")
print(asyncio.Future[int], asyncio.Task[str], asyncio.Queue[bytes], asyncio.PriorityQueue[int].__args__)

print("# === Callbacks that are objects ===")


class Callback:
    def __call__(self, future):
        pass

    def __repr__(self):
        return "<Callback>"


future.add_done_callback(Callback())
print(future)
future.add_done_callback(Callback())
print(future)
future.add_done_callback(Callback())
print(future)
loop.close()
