# Objects of threads: what a thread held goes when it ends; thread-local and queued objects.
import queue
import threading


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def work(thing):
    local = Thing("local of a thread")
    print("works with", thing.name)


t = threading.Thread(target=work, args=(Thing("argument"),))
t.start()
t.join()
print("joined")
t = None

# === Handed over ===
q = queue.Queue()


def consumer():
    while True:
        item = q.get()
        if item is None:
            return
        print("got", item.name)
        item = None
        done.set()


done = threading.Event()
t = threading.Thread(target=consumer)
t.start()
for n in range(3):
    done.clear()
    q.put(Thing(n))
    done.wait()
q.put(None)
t.join()
print("queue empty")


# === A thread that fails ===
def fails():
    local = Thing("in a failing thread")
    raise SystemExit


t = threading.Thread(target=fails)
t.start()
t.join()
print("failed")


# === A generator finished in another thread ===
def gen():
    try:
        yield 1
    finally:
        print("closed in", threading.current_thread().name)


holder = [gen()]
next(holder[0])
t = threading.Thread(target=holder.clear, name="closer")
t.start()
t.join()
print("end")
