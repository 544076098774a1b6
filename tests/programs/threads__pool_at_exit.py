# A pool that is not shut down: the program does all that was submitted, then runs atexit.
import atexit
import threading
import time
from concurrent.futures import ThreadPoolExecutor

atexit.register(print, "atexit")
pool = ThreadPoolExecutor(1, thread_name_prefix="pool")


def job(n):
    time.sleep(0.01)
    print("job", n, threading.current_thread().name, threading.main_thread().is_alive())
    if n == 1:
        try:
            pool.submit(job, "submitted late")
        except RuntimeError as error:
            print("RuntimeError", error)
    return n


for n in range(3):
    pool.submit(job, n)
other = ThreadPoolExecutor(1)
threading.Thread(target=lambda: (time.sleep(0.1), attempt_new())).start()


def attempt_new():
    try:
        other.submit(print, "new")
    except RuntimeError as error:
        print("RuntimeError", error)


print("main ends")
