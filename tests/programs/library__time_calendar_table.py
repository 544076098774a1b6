# time and its structs, one call each.
import time

zero = time.gmtime(0)

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (zero.tm_year, zero.tm_mon, zero.tm_mday, zero.tm_hour, zero.tm_wday, zero.tm_yday, tuple(zero), zero[0], len(zero)))
show(lambda: (time.strftime("%Y-%m-%d %H:%M:%S", zero), time.strftime("%A %d %B %y", zero), time.strftime("%j %U %w %p %I", zero), time.strftime("%%")))
show(lambda: (time.strptime("2024-02-29", "%Y-%m-%d")[:3], time.strptime("10:20", "%H:%M").tm_min, time.strptime("1 Jan 70", "%d %b %y").tm_year))
show(lambda: (time.asctime(zero), time.gmtime(86400).tm_mday, time.gmtime(10**9).tm_year, time.gmtime(1.5).tm_sec))
show(lambda: (time.strptime("x", "%Y")))
show(lambda: (time.strptime("2024-13-01", "%Y-%m-%d")))
show(lambda: (time.strptime("2024", "%Y-%m")))
show(lambda: (time.strftime(5)))
show(lambda: (time.sleep(-1)))
show(lambda: (time.sleep("x")))
show(lambda: (time.sleep(None)))
show(lambda: (time.gmtime("x")))
show(lambda: (time.time() > 0, time.monotonic() <= time.monotonic(), time.perf_counter() >= 0, time.time_ns() > 0, isinstance(time.monotonic(), float), isinstance(time.monotonic_ns(), int), time.process_time() >= 0))
show(lambda: (time.sleep(0), time.sleep(0.001), time.struct_time((2024, 1, 2, 3, 4, 5, 6, 7, 0)).tm_min, time.mktime(time.gmtime(0)) == 0.0, time.timezone))
show(lambda: (time.struct_time((1, 2))))
