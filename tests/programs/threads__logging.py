# Log records from several threads: names, order, handlers with a lock, a queue in between.
import io
import logging
import sys
import threading

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(threadName)s %(levelname)s %(name)s: %(message)s"))
log = logging.getLogger("app.threads")
log.addHandler(handler)
log.setLevel(logging.INFO)
log.propagate = False


def work(n):
    log.debug("not shown")
    log.info("step %s of %s", n, threading.current_thread().name)
    try:
        1 // n
    except ZeroDivisionError:
        log.error("failed", exc_info=False)


for n in range(2):
    thread = threading.Thread(target=work, args=(n,), name=f"worker-{n}")
    thread.start()
    thread.join()
log.warning("main")
print(stream.getvalue())


class Collecting(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.threadName, record.getMessage(), record.taskName))


collecting = Collecting()
log.addHandler(collecting)
log.removeHandler(handler)
threads = [threading.Thread(target=log.info, args=("from %d", n), name=f"t{n}") for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(collecting.records))
logging.lastResort.setLevel(logging.ERROR)
logging.getLogger("nobody").warning("below the last resort")
log.removeHandler(collecting)
print(log.hasHandlers(), log.getEffectiveLevel(), log.parent.name)
