# Without threading.excepthook no thread can be made.
import threading

threading.excepthook = None
try:
    threading.Thread(target=print)
except RuntimeError as error:
    print(error)
threading.excepthook = threading.__excepthook__
thread = threading.Thread(target=print, args=("again",))
thread.start()
thread.join()
