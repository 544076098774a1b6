# Daemons: who inherits it, when it can be set, and what is left behind at the end.
import threading
import time


def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as error:
        print(what, "->", type(error).__name__, error)


def parent():
    child = threading.Thread(target=lambda: None)
    print("child of a daemon:", child.daemon, "| given:", threading.Thread(daemon=False).daemon)


print(threading.Thread().daemon, threading.Thread(daemon=None).daemon, threading.Thread(daemon=1).daemon)
thread = threading.Thread(target=parent, daemon=True)
thread.start()
thread.join()
attempt("set after start", lambda: setattr(thread, "daemon", False))
attempt("get", lambda: thread.daemon)
fresh = threading.Thread(target=parent)
fresh.daemon = True
attempt("set before start", lambda: fresh.daemon)
attempt("main", lambda: threading.main_thread().daemon)
attempt("set main", lambda: setattr(threading.main_thread(), "daemon", True))


def slow(name, seconds):
    try:
        time.sleep(seconds)
        print(name, "ends")
    finally:
        print(name, "finally")


threading.Thread(target=slow, args=("daemon", 30), daemon=True).start()
threading.Thread(target=slow, args=("thread", 0.05)).start()
print("main ends", threading.active_count())
