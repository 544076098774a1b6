# Threads that work in phases, held together by a barrier: results of one phase are whole before the next begins.
import threading

N, PHASES = 3, 4
values = [list(range(N))]
barrier = threading.Barrier(N, action=lambda: values.append([None] * N) if len(values) <= PHASES else None)
trouble, places = [], []


def work(n):
    for phase in range(PHASES):
        place = barrier.wait()
        places.append((phase, place))
        before = values[phase]
        if None in before:
            trouble.append((n, phase))
        values[phase + 1][n] = before[n] + before[(n + 1) % N]
    barrier.wait()


threads = [threading.Thread(target=work, args=(n,)) for n in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(values[: PHASES + 1], trouble)
for phase in range(PHASES):
    print(phase, sorted(place for at, place in places if at == phase))

print("# === The last to come is told, and one leaves early ===")
small = threading.Barrier(2)
log = []


def leaves_early():
    try:
        raise LookupError("before the barrier")
    except LookupError as error:
        small.abort()
        log.append(repr(error))


def waits():
    try:
        small.wait()
    except threading.BrokenBarrierError:
        log.append("nobody comes any more")


threads = [threading.Thread(target=waits), threading.Thread(target=leaves_early)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(log), small.broken)
small.reset()
threads = [threading.Thread(target=waits) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(log), small.broken, small.n_waiting)
