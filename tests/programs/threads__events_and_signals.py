# Events between threads: one sets, many wait; order of the woken; wait with a limit.
import threading
import time

log = []


def waits(event, name):
    log.append((name, event.wait()))


event = threading.Event()
threads = []
for name in "abc":
    threads.append(threading.Thread(target=waits, args=(event, name)))
    threads[-1].start()
    time.sleep(0.01)
print(log, event.is_set())
event.set()
for thread in threads:
    thread.join()
print(sorted(log))
print("# === Once set, nobody waits ===")
log.clear()
waits(event, "late")
event.clear()
print(log, event.wait(0.01), event.wait(timeout=0))

print("# === Back and forth ===")
ping, pong = threading.Event(), threading.Event()


def other():
    for n in range(3):
        ping.wait()
        ping.clear()
        print("pong", n)
        pong.set()


thread = threading.Thread(target=other)
thread.start()
for n in range(3):
    print("ping", n)
    ping.set()
    pong.wait()
    pong.clear()
thread.join()

print("# === A flag to stop by ===")
stop = threading.Event()
count = 0


def loop():
    global count
    while not stop.wait(0.02):
        count += 1


thread = threading.Thread(target=loop)
thread.start()
time.sleep(0.07)
stop.set()
thread.join()
print(count)
event.set()
print(event.set(), event.is_set(), event.clear(), event.is_set())
