# Thread objects: names, daemons, errors, locals, hooks.
import threading
import time


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Names and states ===
main = threading.current_thread()
print(main.name, main is threading.main_thread(), main.daemon, main.is_alive(), main.ident == threading.get_ident())
thread = threading.Thread(target=lambda: time.sleep(0.01), name="worker")
print(thread.name, thread.is_alive(), thread.ident, thread.daemon)
thread.start()
print(thread.is_alive(), thread.ident is not None, threading.active_count())
thread.join()
print(thread.is_alive(), thread.join(), threading.active_count())
show(thread.start)
thread.name = "renamed"
print(thread.name, threading.Thread(target=print).name.startswith("Thread-"), threading.Thread(target=show).name.split("(")[1])


# === Misuse ===
show(lambda: threading.Thread(5))
show(lambda: threading.Thread(target=print).join())
show(lambda: main.join())
show(lambda: setattr(thread, "daemon", True) or thread.daemon)
show(lambda: threading.Thread(group=1))


# === Subclasses ===
class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}")
        self.n, self.result = n, None

    def run(self):
        self.result = self.n**2


workers = [Worker(n) for n in range(3)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print([(w.name, w.result) for w in workers])


class Careless(threading.Thread):
    def __init__(self):
        pass


show(lambda: Careless().start())

# === Locals of a thread ===
local = threading.local()
local.x = "main"
seen = []


def use(n):
    seen.append(hasattr(local, "x"))
    local.x = n
    seen.append(local.x)


t = threading.Thread(target=use, args=(1,))
t.start()
t.join()
print(seen, local.x, local.__dict__)


class Own(threading.local):
    start = 10

    def __init__(self, n):
        self.n = n


own = Own(5)
own.n += 1
values = []
t = threading.Thread(target=lambda: values.append(own.n))
t.start()
t.join()
print(own.n, values, own.start)

# === Exceptions in threads ===
caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
t = threading.Thread(target=lambda: 1 / 0, name="failing")
t.start()
t.join()
print(caught)
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=exit, args=(3,))
t.start()
t.join()
print("a thread that exits ends silently")
print(sorted(t.name for t in threading.enumerate()))
