# Exceptions that leave a thread, and the end of the program.
import atexit
import sys
import threading
import time


def fail():
    raise ValueError("in the thread")


def run(target, name=None):
    thread = threading.Thread(target=target, name=name)
    thread.start()
    thread.join()


# === They are printed, and nobody else notices ===
run(fail)
run(fail, "named")
print("the main thread goes on")

# === With the exceptions they come from ===


def chain():
    try:
        fail()
    except ValueError as error:
        raise KeyError("second") from error


run(chain, "chain")

# === SystemExit ends the thread in silence ===
run(sys.exit, "exits")

# === A hook of one's own ===
threading.excepthook = lambda args: print("hook:", args.exc_type.__name__, args.exc_value, "in", args.thread.name)
run(fail, "hooked")
threading.excepthook = threading.__excepthook__

# === The program waits for its threads, not for daemons ===
atexit.register(print, "at exit, first registered")
atexit.register(print, "at exit, last registered")
threading.Thread(target=lambda: (time.sleep(0.2), print("a thread ends after main"))).start()
threading.Thread(target=lambda: (time.sleep(5), print("never")), daemon=True).start()
print("main ends")
