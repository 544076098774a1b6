# queue and threading objects, one call each.
import queue
import threading


def filled(kind, *items, size=0):
    q = kind(size)
    for item in items:
        q.put(item)
    return q


Q, L, PQ = queue.Queue, queue.LifoQueue, queue.PriorityQueue

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (filled(Q, 1, 2).get(), filled(L, 1, 2).get(), filled(PQ, 3, 1, 2).get()))
show(lambda: (filled(Q, 1).qsize(), filled(Q).empty(), filled(Q, 1, size=1).full(), filled(Q, size=3).maxsize))
show(lambda: (filled(Q).get_nowait()))
show(lambda: (filled(Q, 1, size=1).put_nowait(2)))
show(lambda: (filled(Q).get(timeout=0.001)))
show(lambda: (filled(Q, 1, size=1).put(2, timeout=0.001)))
show(lambda: (filled(Q).get(timeout=-1)))
show(lambda: (filled(Q).task_done()))
show(lambda: (filled(PQ, 1, "a")))
show(lambda: ((lambda q: (q.get(), q.task_done(), q.join(), q.unfinished_tasks))(filled(Q, 1))))
show(lambda: ((lambda q: (q.shutdown(), q.get()))(filled(Q, 1))))
show(lambda: ((lambda q: (q.shutdown(), q.put(1)))(filled(Q))))
show(lambda: (threading.Lock().locked(), threading.Lock().acquire(), threading.RLock().acquire(), threading.Semaphore(2).acquire(), threading.Event().is_set()))
show(lambda: (threading.Lock().release()))
show(lambda: (threading.RLock().release()))
show(lambda: (threading.BoundedSemaphore(1).release()))
show(lambda: (threading.Semaphore(-1)))
show(lambda: (threading.Condition().notify()))
show(lambda: (threading.Condition().wait()))
show(lambda: (threading.Event().wait(0.001), threading.Lock().acquire(timeout=0.001), threading.Barrier(1).wait(), threading.Barrier(2).parties))
show(lambda: (threading.Barrier(0)))
show(lambda: (threading.Thread(target=print).join()))
show(lambda: (threading.Thread(5)))
show(lambda: (threading.Timer(1, print).interval, threading.Timer(1, print, ["a"]).args, threading.Thread(target=print, name="n").name, threading.Thread(daemon=True).daemon))
show(lambda: (threading.current_thread().name, threading.main_thread().is_alive(), threading.active_count(), threading.get_ident() == threading.main_thread().ident))
show(lambda: (threading.current_thread().join()))
show(lambda: ((lambda t: (t.start(), t.join(), t.is_alive()))(threading.Thread(target=lambda: None))))
show(lambda: ((lambda t: (t.start(), t.join(), t.start()))(threading.Thread(target=lambda: None))))
