# Timers: waiting, cancelled, cancelled too late, with arguments, failing.
import threading
import time

done = []


def call(*args, **kwargs):
    done.append((args, kwargs, threading.current_thread().name))


timer = threading.Timer(0.02, call, [1, 2], {"three": 3})
print(timer.name.startswith("Thread-"), timer.daemon, timer.is_alive(), timer.interval, timer.function is call, timer.args, timer.kwargs)
timer.start()
print(timer.is_alive(), timer.finished.is_set())
timer.join()
print(done[0][:2], timer.is_alive(), timer.finished.is_set())

timer = threading.Timer(0.05, call, args=("cancelled",))
timer.start()
timer.cancel()
timer.join()
print(len(done), timer.finished.is_set())

timer = threading.Timer(10, call)
timer.cancel()
timer.start()
timer.join()
print("cancelled before it started", len(done))
timer = threading.Timer(0.01, call)
timer.start()
time.sleep(0.03)
timer.cancel()
print(len(done), timer.is_alive())

started = time.monotonic()
timers = [threading.Timer(delay, done.append, [delay]) for delay in (0.06, 0.02, 0.04)]
for timer in timers:
    timer.start()
for timer in timers:
    timer.join()
print(done[-3:], 0.05 < time.monotonic() - started < 0.5)


class Repeated(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks = []


def tick():
    ticks.append(len(ticks))
    if len(ticks) == 3:
        repeated.cancel()


repeated = Repeated(0.01, tick)
repeated.start()
repeated.join()
print(ticks)
threading.excepthook = lambda args: print("hook", args.exc_value, type(args.thread).__name__)
failing = threading.Timer(0, lambda: 1 / 0)
failing.start()
failing.join()
