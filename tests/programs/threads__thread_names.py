# The names threads get by themselves, and where they show.
import threading
import time


def work():
    pass


class Callable:
    def __call__(self):
        pass


class Worker(threading.Thread):
    def run(self):
        seen.append(threading.current_thread().name)


seen = []
made = [
    threading.Thread(),
    threading.Thread(target=work),
    threading.Thread(target=lambda: None),
    threading.Thread(target=Callable()),
    threading.Thread(target=print),
    threading.Thread(target=Callable().__call__),
    threading.Thread(target=work, name="given"),
    threading.Thread(None, work, "by position"),
    threading.Thread(target=work, name=7),
    threading.Thread(target=work, name=""),
    Worker(),
    threading.Timer(0, work),
    threading.Thread(target=time.sleep, args=(0,)),
]
for thread in made:
    print(repr(thread.name), repr(thread).replace(str(thread.ident), "ID"))
for thread in made:
    thread.start()
for thread in made:
    thread.join()
print(seen)
print(repr(made[0]).replace(str(made[0].ident), "ID"), threading.main_thread().name)
made[1].name = None
print(made[1].name)
daemon = threading.Thread(target=time.sleep, args=(0.01,), daemon=True)
print(repr(daemon))
daemon.start()
print(repr(daemon).replace(str(daemon.ident), "ID"))
daemon.join()
print(repr(daemon).replace(str(daemon.ident), "ID"))
