# A daemon that is still in a function of the program holds the program's names at the end, and all that they hold: nothing of that
# ends. What nobody held is told.
import asyncio
import threading
import time
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("ends:", self.name)


def work():
    local = Noisy("a local of the daemon's")
    while True:
        time.sleep(0.01)


def default(value=Noisy("a default")):
    pass


def generate():
    value = Noisy("a generator's local")
    try:
        yield
    finally:
        print("the generator's finally")


async def never():
    pass


async def fails():
    raise ValueError("nobody asks")


async def main():
    global failed
    failed = asyncio.create_task(fails())
    await asyncio.sleep(0)


def circle():
    one = Noisy("a circle")
    one.self = one


threading.Thread(target=work, daemon=True).start()
plain = Noisy("a name")
listed = [Noisy("in a list")]
Noisy.kept = Noisy("a class's attribute")
generator = generate()
next(generator)
coroutine = never()
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
pending = loop.create_task(never())
reference = weakref.ref(plain, lambda _: print("the weak reference's call"))
weakref.finalize(plain, print, "finalize")
circle()
temporary = Noisy("deleted in time")
del temporary
print("the program ends")
