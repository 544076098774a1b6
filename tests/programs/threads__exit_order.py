# The end of a program: threads are joined, then atexit runs, last registered first; daemons are left.
import atexit
import threading
import time


def late():
    time.sleep(0.05)
    print("the late thread ends")
    atexit.register(print, "registered by a thread, at the end of main")
    threading.Thread(target=later, name="later").start()


def later():
    print("a thread started by a thread, after main ended:", threading.main_thread().is_alive())


def starts_another():
    thread = threading.Thread(target=print, args=("a thread started by atexit",))
    thread.start()
    thread.join()


atexit.register(print, "first registered, last called", sep="")
atexit.register(starts_another)
atexit.register(lambda: print("threads:", sorted(t.name for t in threading.enumerate())))
unregistered = atexit.register(lambda: print("never called"))
atexit.unregister(unregistered)
threading._register_atexit(print, "threading's own, before the threads are joined")
threading._register_atexit(print, "and the last one registered goes first")
threading.Thread(target=late).start()
print("main ends")
