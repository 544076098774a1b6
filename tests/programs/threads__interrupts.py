# Ctrl+C as a thread sends it: the main thread sees it at its next instruction, not in a wait.
import _thread
import queue
import signal
import threading
import time

print(signal.getsignal(signal.SIGINT), signal.SIGINT, signal.default_int_handler)
def later(delay=0.1):
    t = threading.Timer(delay, _thread.interrupt_main)
    t.daemon = True
    t.start()
    return t
def attempt(name, f):
    later()
    try:
        f()
        print(name, "ended")
    except KeyboardInterrupt as e:
        print(name, repr(e))
lock = threading.Lock(); lock.acquire()
attempt("acquire", lambda: lock.acquire(timeout=0.3))
attempt("acquire timeout", lambda: lock.acquire(timeout=0.3))
attempt("sleep", lambda: time.sleep(0.3))
ev = threading.Event()
attempt("event", lambda: ev.wait(0.3))
th = threading.Thread(target=time.sleep, args=(0.3,)); th.start()
attempt("join", lambda: th.join(0.5))
th.join()
r = threading.RLock()
def hold():
    with r: time.sleep(0.3)
th = threading.Thread(target=hold); th.start()
attempt("rlock", lambda: r.acquire(timeout=1))
th.join()
attempt("queue", lambda: queue.Queue().get(timeout=0.3))
def spin():
    while True: pass
attempt("spin", spin)
def handler(signum, frame):
    print("handler", signum, type(frame))
print(signal.signal(signal.SIGINT, handler))
print(signal.getsignal(signal.SIGINT) is handler)
attempt("sleep2", lambda: time.sleep(0.3))
attempt("acquire2", lambda: print(lock.acquire(timeout=0.3)))
attempt("event2", lambda: print(ev.wait(0.3)))
signal.raise_signal(signal.SIGINT)
_thread.interrupt_main()
def bad(signum, frame): raise ValueError("from handler")
signal.signal(signal.SIGINT, bad)
try:
    later(); time.sleep(1)
except ValueError as e: print(repr(e))
signal.signal(signal.SIGINT, signal.SIG_IGN)
attempt("ignored", lambda: time.sleep(0.3))
print(signal.getsignal(signal.SIGINT))
signal.signal(signal.SIGINT, signal.default_int_handler)
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print("KI")
def inthread():
    try: signal.signal(signal.SIGINT, handler)
    except ValueError as e: print(repr(e))
    print(signal.getsignal(2))
t = threading.Thread(target=inthread); t.start(); t.join()
for f in (lambda: signal.signal(2, 5), lambda: signal.signal("x", handler), lambda: signal.signal(1000, handler), lambda: signal.getsignal(0), lambda: signal.signal(2, None), lambda: _thread.interrupt_main(1000), lambda: signal.default_int_handler(2, None)):
    try: print(f())
    except BaseException as e: print(repr(e))
print(signal.strsignal(2), signal.Signals(2), signal.valid_signals() and 1, signal.Handlers.SIG_DFL)
