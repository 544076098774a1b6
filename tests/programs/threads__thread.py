# Threads: names, states, and what is refused.
import threading
import time


def show(call, *args):
    try:
        print(call(*args))
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


def work(seconds=0.02):
    time.sleep(seconds)
    print("in", threading.current_thread().name)


# === The main thread ===
main = threading.current_thread()
print(main.name, main is threading.main_thread(), main.is_alive(), main.daemon, threading.active_count())

# === Names ===
for thread in (
    threading.Thread(target=work),
    threading.Thread(),
    threading.Thread(target=work, name="mine"),
    threading.Thread(target=lambda: None, daemon=True),
):
    print(thread.name, thread.daemon, thread.ident, repr(thread))

# === The life of a thread ===
thread = threading.Thread(target=work, args=(0.2,), name="life")
print(thread.is_alive())
thread.start()
print(thread.is_alive(), threading.active_count(), [thread.name for thread in threading.enumerate()])
print(thread.join(0.01), thread.is_alive())
thread.join()
print(thread.is_alive(), repr(thread).split()[1], threading.active_count())

# === A subclass ===


class Counter(threading.Thread):
    def __init__(self, end):
        super().__init__(name="counter")
        self.end = end
        self.sum = 0

    def run(self):
        for number in range(self.end):
            self.sum += number


counter = Counter(100)
counter.start()
counter.join()
print(counter.sum)

# === Keyword arguments ===
thread = threading.Thread(target=print, args=("a", "b"), kwargs={"sep": "-"})
thread.start()
thread.join()

# === Refused ===
show(threading.Thread().join)
show(thread.start)
show(main.join)
show(setattr, thread, "daemon", False) if thread.is_alive() else print("ended")

# === A daemon's child is a daemon ===
child = []
parent = threading.Thread(target=lambda: child.append(threading.Thread()), daemon=True)
parent.start()
parent.join()
print(child[0].daemon)

# === A timer ===
timer = threading.Timer(0.02, print, ["timer"])
timer.start()
timer.join()
timer = threading.Timer(5, print, ["never"])
timer.start()
timer.cancel()
timer.join()

# === Data of its own for each thread ===


class Mine(threading.local):
    kind = "class"

    def __init__(self, value):
        self.value = value


mine = Mine("initial")
mine.value = "main's"
mine.kind = "changed"


def look():
    print(mine.value, mine.kind, mine.__dict__)
    mine.other = 1
    del mine.other
    try:
        mine.other
    except AttributeError as error:
        print(error)


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(mine.value, mine.kind)
