# concurrent.futures.Future as a box for one value between threads: many who wait, chains, first of several.
import threading
import time
from concurrent import futures


def then(future, function):
    result = futures.Future()

    def forward(done):
        try:
            result.set_result(function(done.result()))
        except BaseException as error:
            result.set_exception(error)

    future.add_done_callback(forward)
    return result


def start(function, *args):
    future = futures.Future()

    def run():
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)

    threading.Thread(target=run).start()
    return future


def first_of(*several):
    winner, lock = futures.Future(), threading.Lock()

    def offer(done):
        with lock:
            if not winner.done():
                winner.set_result(done.result())

    for future in several:
        future.add_done_callback(offer)
    return winner


box, seen = futures.Future(), []
threads = [threading.Thread(target=lambda: seen.append(box.result(timeout=5))) for _ in range(3)]
for thread in threads:
    thread.start()
time.sleep(0.01)
box.set_result("for all")
for thread in threads:
    thread.join()
print(seen, box.result())
print(then(then(start(int, "20"), lambda n: n + 1), str).result())
failed = then(start(int, "x"), lambda n: n + 1)
print(repr(failed.exception(timeout=5)))


def slow(seconds):
    time.sleep(seconds)
    return seconds


print(first_of(start(slow, 0.05), start(slow, 0.01), start(slow, 0.03)).result())
box = futures.Future()
timer = threading.Timer(0.01, box.cancel)
timer.start()
try:
    box.result(timeout=5)
except futures.CancelledError as error:
    print("cancelled while waiting", error.args)
box = futures.Future()
late = []
box.add_done_callback(lambda f: late.append(("callback", f.exception() is None)))
box.set_result(None)
box.add_done_callback(lambda f: late.append(("late callback", f.done())))
print(late)
group = [start(slow, 0.01 * n) for n in range(1, 4)]
done, left = futures.wait(group, return_when=futures.FIRST_COMPLETED)
print(len(done) + len(left), [f.result() for f in group])
