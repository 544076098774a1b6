# exit: 1
# An error of the main thread: its traceback comes before the threads are joined and atexit runs.
import atexit
import sys
import threading
import time


def worker():
    time.sleep(0.05)
    print("the thread ends", file=sys.stderr)
    raise OSError("a thread's error changes nothing")


@atexit.register
def goodbye():
    print("goodbye", file=sys.stderr)
    raise ValueError("an error in atexit is only reported")


atexit.register(print, "last", file=sys.stderr)
threading.Thread(target=worker, name="worker").start()
raise RuntimeError("the main thread's error")
