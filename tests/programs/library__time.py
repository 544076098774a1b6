# time: clocks, sleeping, and the calendar in UTC.
import time


def show(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Clocks ===
start = time.perf_counter()
time.sleep(0.02)
print(0.02 <= time.perf_counter() - start < 1, time.monotonic() <= time.monotonic(), time.time() > 1_700_000_000)
print(*(type(clock()).__name__ for clock in (time.time, time.monotonic, time.perf_counter, time.process_time, time.thread_time)))
print(*(type(clock()).__name__ for clock in (time.time_ns, time.monotonic_ns, time.perf_counter_ns, time.process_time_ns, time.thread_time_ns)))
print(abs(time.time_ns() / 1e9 - time.time()) < 0.5, time.sleep(0))
show(time.sleep, -1)
show(time.sleep, "1")

# === Calendar ===
moment = time.gmtime(1_709_211_909.75)
print(moment)
print(moment.tm_year, moment[1], moment.tm_wday, moment.tm_yday, moment[:3], len(moment), tuple(moment), time.gmtime(0) < moment)
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %% %U %w", moment), time.asctime(moment), time.strftime("%x %X", moment))
print(time.mktime((2024, 2, 29, 13, 5, 9, 0, 0, 0)) == 1_709_211_909, time.gmtime(-1)[:6], time.asctime(time.gmtime(0)))
print(time.strptime("30 Nov 2023", "%d %b %Y"), time.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M")[:5])
print(time.struct_time(range(9)), time.struct_time((2024, 1, 1, 0, 0, 0, 0, 1, 0)).tm_mon)
show(time.strptime, "nope", "%Y")
show(time.strftime, "%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0))
show(time.struct_time, (1, 2))
show(time.asctime, 3)
show(lambda: time.nothing)

# === Measuring ===
class Stopwatch:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start


with Stopwatch() as watch:
    time.sleep(0.01)
print(watch.elapsed >= 0.01, f"{1.23456:.2f} s")
