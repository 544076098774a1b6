# Callbacks of concurrent futures: at once, in order, in which thread, failing, of cancelled ones.
import logging
import sys
import threading
from concurrent import futures

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s: %(message)s")
logging.getLogger("concurrent.futures").addFilter(lambda record: setattr(record, "exc_info", None) is None)
log = []


def note(name):
    def callback(future):
        outcome = "cancelled" if future.cancelled() else future.exception() or future.result()
        log.append((name, repr(outcome), threading.current_thread().name))

    return callback


gate = threading.Event()
with futures.ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    future = pool.submit(gate.wait)
    for name in "abc":
        future.add_done_callback(note(name))
    gate.set()
    future.result()
    pool.submit(print, "next job").result()
    print(log)
    log.clear()
    future.add_done_callback(note("late"))
    print(log)
    log.clear()

    print("# === Failing ===")
    gate.clear()
    future = pool.submit(gate.wait)
    future.add_done_callback(lambda f: 1 / 0)
    future.add_done_callback(note("after the failing one"))
    gate.set()
    future.result()
    pool.submit(print, "next job").result()
    print(log)
    log.clear()
    future.add_done_callback(lambda f: f.missing)
    future.add_done_callback(lambda: None)

    print("# === Cancelled ===")
    gate.clear()
    blocker, doomed = pool.submit(gate.wait), pool.submit(print, "never")
    doomed.add_done_callback(note("doomed"))
    print(doomed.cancel(), log)
    log.clear()
    gate.set()

    print("# === A callback that submits ===")
    chain = []

    def again(future):
        chain.append(future.result())
        if len(chain) < 3:
            pool.submit(pow, len(chain), 2).add_done_callback(again)
        else:
            done.set()

    done = threading.Event()
    pool.submit(pow, 0, 1).add_done_callback(again)
    done.wait()
    print(chain)
