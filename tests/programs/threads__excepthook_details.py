# threading.excepthook: what it gets, what happens when it fails, and the default one.
import sys
import threading


def fails(error):
    raise error


def run(*args, **kwargs):
    thread = threading.Thread(*args, **kwargs)
    thread.start()
    thread.join()


def hook(args):
    print(type(args).__name__, args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name)


print(threading.excepthook is threading.__excepthook__)
threading.excepthook = hook
run(target=fails, args=(ValueError("one"),), name="first")
run(target=fails, args=(SystemExit("exits"),), name="second")
run(target=fails, args=(KeyboardInterrupt(),), name="third")
run(target=fails, args=(ExceptionGroup("several", [ValueError(1)]),), name="fourth")


class Own(threading.Thread):
    def run(self):
        try:
            super().run()
        except ValueError as error:
            print("run caught", error)
            raise LookupError("from run") from error


own = Own(target=fails, args=(ValueError("inside"),), name="own")
own.start()
own.join()

print("# === A hook that fails ===")


def broken(args):
    raise OSError("the hook is broken")


threading.excepthook = broken
sys.excepthook = lambda kind, value, traceback: print("sys.excepthook:", kind.__name__, value)
run(target=fails, args=(ValueError("lost"),), name="fifth")
sys.excepthook = sys.__excepthook__
threading.excepthook = threading.__excepthook__

print("# === The default, by hand ===")
try:
    fails(KeyError("by hand"))
except KeyError:
    threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), own)))
for wrong in (5, (1, 2)):
    try:
        threading.excepthook(wrong)
    except TypeError as error:
        print(error)
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as error:
    print(error)
