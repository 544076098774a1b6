# Context variables and threads: each thread begins with an empty context; Context.run carries one over.
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")
log = []


def look(name):
    log.append((name, user.get()))
    user.set(name)


def run(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()


user.set("main")
run(look, "plain thread")
context = contextvars.copy_context()
run(context.run, look, "thread in a context")
print(log, user.get(), context[user])
log.clear()

print("# === A context runs in one thread at a time ===")
entered, leave = threading.Event(), threading.Event()


def stays():
    entered.set()
    leave.wait()


thread = threading.Thread(target=context.run, args=(stays,))
thread.start()
entered.wait()
try:
    context.run(look, "too early")
except RuntimeError as error:
    print(str(error).split(":")[0])
leave.set()
thread.join()
context.run(look, "now")
print(log)
log.clear()

print("# === A thread of a pool keeps its context ===")
with ThreadPoolExecutor(1) as pool:
    for n in range(2):
        pool.submit(look, f"job {n}").result()
    pool.submit(contextvars.copy_context().run, look, "carried over").result()
    pool.submit(look, "job 2").result()
print(log)
copy = context.copy()
copy.run(user.set, "changed in the copy")
print(context[user], copy[user], len(copy), user in copy, contextvars.Context().get(user))
for wrong in (lambda: contextvars.Context()[user], lambda: copy["user"], lambda: context.run(), lambda: contextvars.ContextVar(5)):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, str(error)[:40])
