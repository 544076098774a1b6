# print from threads: one call with its end is one piece, as long as nobody else writes in between.
import io
import sys
import threading
import time
from contextlib import redirect_stdout

lock = threading.Lock()


def prints(name, n):
    for i in range(n):
        with lock:
            print(name, end=" ")
            print(i, end=";", flush=True)
        time.sleep(0.001)


out = io.StringIO()
with redirect_stdout(out):
    threads = [threading.Thread(target=prints, args=(n, 3)) for n in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
pieces = out.getvalue().split(";")[:-1]
print(sorted(pieces), len(pieces))

print("# === Redirected for all threads ===")
out = io.StringIO()
started, go = threading.Event(), threading.Event()


def waits():
    started.set()
    go.wait()
    print("written while it was redirected")


thread = threading.Thread(target=waits)
thread.start()
started.wait()
with redirect_stdout(out):
    go.set()
    thread.join()
print(repr(out.getvalue()), sys.stdout is sys.__stdout__)


class Tagged:
    def write(self, text):
        if text.strip():
            sys.__stdout__.write(f"[{threading.current_thread().name}] {text}\n")

    def flush(self):
        pass


sys.stdout = Tagged()
print("from main")
thread = threading.Thread(target=print, args=("from a thread",), name="worker")
thread.start()
thread.join()
sys.stdout = sys.__stdout__
print("as before")
