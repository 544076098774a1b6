# Exceptions handed from one thread to another: kept, raised again, with their tracebacks, in groups.
import sys
import threading
import traceback


class Worker(threading.Thread):
    error = None

    def run(self):
        try:
            super().run()
        except BaseException as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.error is not None:
            raise self.error


def fails(kind):
    deeper(kind)


def deeper(kind):
    raise kind("from the thread")


for kind in (ValueError, KeyError, SystemExit):
    worker = Worker(target=fails, args=(kind,))
    worker.start()
    try:
        worker.join()
    except BaseException as error:
        frames = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        print(repr(error), [name for name in frames if name in ("<module>", "fails", "deeper")])

print("# === sys.exception is each thread's own ===")
inside, outside = threading.Event(), []


def looks():
    outside.append(sys.exception())
    try:
        raise LookupError("own")
    except LookupError:
        outside.append(repr(sys.exception()))
        outside.append(sys.exc_info()[0].__name__)


try:
    raise ValueError("main's")
except ValueError:
    thread = threading.Thread(target=looks)
    thread.start()
    thread.join()
    print(outside, repr(sys.exception()))
print(sys.exception(), sys.exc_info())

print("# === A group of what all threads failed with ===")
workers = [Worker(target=fails, args=(kind,)) for kind in (TypeError, OSError)]
for worker in workers:
    worker.start()
errors = []
for worker in workers:
    try:
        worker.join()
    except Exception as error:
        errors.append(error)
try:
    raise ExceptionGroup("threads", errors)
except* OSError as group:
    print(group.exceptions)
except* TypeError as group:
    print(group.exceptions)
