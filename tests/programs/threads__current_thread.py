# current_thread, enumerate and identities, seen from everywhere.
import _thread
import threading
import time

names = []


def look():
    me = threading.current_thread()
    names.append((me.name, me is threading.main_thread(), me.ident == threading.get_ident(), me.is_alive()))


look()
thread = threading.Thread(target=look, name="worker")
thread.start()
thread.join()
print(names)
names.clear()

print("# === A thread that threading does not know ===")
ready = _thread.allocate_lock()
ready.acquire()


def unknown():
    me = threading.current_thread()
    names.append((type(me).__name__, me.name.startswith("Dummy-"), me.daemon, me.is_alive()))
    try:
        me.join()
    except RuntimeError as error:
        names.append(str(error))
    ready.release()


_thread.start_new_thread(unknown, ())
ready.acquire()
print(names)

print("# === enumerate ===")
gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=n, daemon=n == "d") for n in "cde"]
print(len(threading.enumerate()), threading.active_count())
for thread in threads:
    thread.start()
print([t.name for t in threading.enumerate() if not t.name.startswith("Dummy")], threads[0] in threading.enumerate())
gate.set()
for thread in threads:
    thread.join()
print([t.name for t in threading.enumerate() if not t.name.startswith("Dummy")], [t.ident is None for t in threads])
idents = set()


def note():
    idents.add(threading.get_ident())
    time.sleep(0.01)


threads = [threading.Thread(target=note) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(idents), threading.get_ident() in idents, isinstance(threading.get_native_id(), int))
print({t.ident for t in threads} == idents)
