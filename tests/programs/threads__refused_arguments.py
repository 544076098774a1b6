# What locks, threads, queues, clocks and loops say of arguments they do not take, and some names and states of asyncio's insides.
import _thread
import asyncio
import logging
import queue
import threading
import time


def show(ask):
    try:
        print("ok", ask())
    except Exception as error:
        print(type(error).__name__, error)


nan = float("nan")
show(lambda: threading.Lock().acquire(timeout=nan))
show(lambda: threading.RLock().acquire(timeout=nan))
show(lambda: threading.Lock(1))
show(lambda: queue.SimpleQueue(3))
show(lambda: time.sleep())
show(lambda: time.sleep(1, 2))
print(time.sleep.__name__, time.sleep.__qualname__)
show(lambda: _thread.start_new_thread(3, ()))
show(lambda: _thread.start_new_thread(print, 3))


def elsewhere():
    thread = threading.current_thread()
    print(type(thread).__name__, isinstance(thread, threading._MainThread), thread.daemon)
    done.set()


done = threading.Event()
_thread.start_new_thread(elsewhere, ())
done.wait()
print(type(threading.main_thread()).__name__)

loop = asyncio.new_event_loop()
show(lambda: loop.call_later(1))
show(lambda: loop.call_at(1))
show(lambda: loop.call_later())
show(lambda: loop.call_soon())
loop.close()
print(type(asyncio.get_event_loop_policy()), asyncio.AbstractEventLoop)


class Keep(logging.Handler):
    def emit(self, record):
        print(record.levelname, record.getMessage(), record.exc_info and record.exc_info[0], record.exc_info is False)


logging.getLogger("asyncio").addHandler(Keep())
logging.getLogger("asyncio").propagate = False


async def main():
    timeout = asyncio.timeout(3)
    try:
        await timeout.__aexit__(None, None, None)
    except AssertionError as error:
        print(repr(error))
    print(asyncio.TaskGroup())
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "a message"})
    loop.call_exception_handler({"message": "with", "exception": ValueError("x")})


asyncio.run(main())
