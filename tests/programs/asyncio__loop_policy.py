# get_event_loop, set_event_loop and policies, as far as programs still use them.
import asyncio
import threading
import warnings

warnings.simplefilter("error")
warnings.simplefilter("ignore", ResourceWarning)


def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as error:
        print(what, "->", type(error).__name__, error)
    except Warning as warning:
        print(what, "->", type(warning).__name__, warning)


attempt("running", asyncio.get_running_loop)
attempt("none yet", lambda: type(asyncio.get_event_loop()).__name__)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
attempt("set", lambda: asyncio.get_event_loop() is loop)
asyncio.set_event_loop(None)
attempt("unset", asyncio.get_event_loop)
asyncio.set_event_loop(loop)
attempt("wrong", lambda: asyncio.set_event_loop("a loop"))


def in_thread():
    attempt("in a thread", asyncio.get_event_loop)
    own = asyncio.new_event_loop()
    asyncio.set_event_loop(own)
    attempt("own", lambda: asyncio.get_event_loop() is own)
    own.close()


for name in ("Other", "who's who"):
    thread = threading.Thread(target=in_thread, name=name)
    thread.start()
    thread.join()


async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop(), asyncio.get_event_loop() is loop)


asyncio.run(main())
attempt("after run", asyncio.get_event_loop)
loop.run_until_complete(asyncio.sleep(0))
attempt("future outside", lambda: asyncio.Future())
attempt("gather outside", lambda: asyncio.gather())
future = asyncio.Future(loop=loop)
attempt("future of a loop", lambda: future.get_loop() is loop)
attempt("ensure_future outside", lambda: asyncio.ensure_future(future) is future)
attempt("ensure_future of another loop", lambda: asyncio.ensure_future(future, loop=asyncio.new_event_loop()))
attempt("all_tasks outside", asyncio.all_tasks)
attempt("current_task outside", asyncio.current_task)
attempt("current_task of a loop", lambda: asyncio.current_task(loop))
attempt("policy", lambda: isinstance(asyncio.get_event_loop_policy(), asyncio.DefaultEventLoopPolicy))
loop.close()
