# What becomes of Thread objects and what they hold: when the target's arguments go, and who keeps a thread.
import gc
import threading
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "goes")


def use(thing):
    print("uses", thing.name)


print("# === The arguments go when the thread ends ===")
thread = threading.Thread(target=use, args=(Thing("argument"),))
thread.start()
thread.join()
print("joined")

print("# === Of a thread that never starts, with the thread ===")
thread = threading.Thread(target=use, args=(Thing("never used"),))
del thread
gc.collect()
print("deleted")

print("# === A running thread is kept by threading ===")
gate = threading.Event()
thread = threading.Thread(target=gate.wait, name="kept")
reference = weakref.ref(thread)
thread.start()
del thread
print(reference() is not None, reference().name)
gate.set()
reference().join()

print("# === Locals of the function go with it ===")


def local_thing():
    thing = Thing("local")
    print("has", thing.name)


thread = threading.Thread(target=local_thing)
thread.start()
thread.join()
print("joined")

print("# === Of a failing one, too ===")
threading.excepthook = lambda args: print("hook", args.exc_value)


def fails():
    thing = Thing("of the failing one")
    raise ValueError(thing.name)


thread = threading.Thread(target=fails)
thread.start()
thread.join()
print("joined")
