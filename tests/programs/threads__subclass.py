# Thread subclasses: run and start overridden, results kept, __init__ forgotten or called late.
import threading
import time


def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as error:
        print(what, "->", type(error).__name__, error)


class Result(threading.Thread):
    def __init__(self, function, *args):
        super().__init__(name=f"result of {function.__name__}")
        self.function, self.arguments = function, args
        self.outcome = None

    def run(self):
        try:
            self.outcome = ("ok", self.function(*self.arguments))
        except Exception as error:
            self.outcome = ("failed", repr(error))

    def result(self):
        self.join()
        return self.outcome


threads = [Result(pow, 2, 10), Result(int, "x"), Result(divmod, 7, 2)]
for thread in threads:
    thread.start()
print([(thread.name, thread.result()) for thread in threads])


class Forgets(threading.Thread):
    def __init__(self):
        self.value = 1


attempt("no __init__: start", lambda: Forgets().start())
attempt("no __init__: repr", lambda: repr(Forgets()))
attempt("no __init__: name", lambda: Forgets().name)
attempt("no __init__: join", lambda: Forgets().join())
attempt("no __init__: daemon", lambda: setattr(Forgets(), "daemon", True))
attempt("no __init__: is_alive", lambda: Forgets().is_alive())


class Loud(threading.Thread):
    def start(self):
        print("starting", self.name)
        super().start()
        return self

    def join(self, timeout=None):
        print("joining", self.name)
        return super().join(timeout)

    def __del__(self):
        pass


Loud(target=time.sleep, args=(0.01,), name="loud").start().join()
attempt("target and args", lambda: threading.Thread(target=print, args=5))
thread = threading.Thread(target=print, args="ab", kwargs={"sep": "-"})
thread.run()
print(hasattr(thread, "_target"))
attempt("run again", thread.run)
attempt("no target", threading.Thread().run)
attempt("unknown argument", lambda: threading.Thread(target=print, function=1))
attempt("wrong arguments", lambda: threading.Thread(group="workers"))
