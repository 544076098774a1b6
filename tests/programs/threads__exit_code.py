# exit: 3
# sys.exit in threads and in the main thread: only the main thread's counts.
import sys
import threading
import time


def leaves(code):
    time.sleep(0.01)
    sys.exit(code)


threads = [threading.Thread(target=leaves, args=(code,)) for code in (7, "a text is not printed", None)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([thread.is_alive() for thread in threads])


def cleans_up():
    try:
        time.sleep(0.02)
    finally:
        print("a thread that is still at work ends first")


threading.Thread(target=cleans_up).start()
try:
    sys.exit(3)
finally:
    print("main leaves")
