# The module is there, so pools can be made, but take no calls. A thread of a pool that was idle at the end has shut its pool down.
import threading
import time
from concurrent.futures import *


def attempt(what):
    try:
        print(what())
    except RuntimeError as error:
        print("RuntimeError:", error)


def work():
    time.sleep(0.1)
    attempt(lambda: used.submit(int))
    attempt(lambda: unused.submit(int))
    attempt(lambda: ThreadPoolExecutor().submit(int))


used = ThreadPoolExecutor(1)
unused = ThreadPoolExecutor(1)
print(used.submit(int, 3).result())
time.sleep(0.02)
threading.Thread(target=work).start()
print("the program ends")
