# Where a coroutine was made that nobody awaits: noted on request, and by a loop in debug mode as long as it runs.
import asyncio
import sys
import threading


async def f():
    pass


def g():
    return f()


def h():
    g()


# === On request ===
print(sys.get_coroutine_origin_tracking_depth(), f().cr_origin)
sys.set_coroutine_origin_tracking_depth(2)
c = g()
print(c.cr_origin)
c.close()
print(c.cr_origin)
h()
sys.set_coroutine_origin_tracking_depth(depth=10)
h()
sys.set_coroutine_origin_tracking_depth(1)
h()
for depth in -1, "a":
    try:
        sys.set_coroutine_origin_tracking_depth(depth)
    except (TypeError, ValueError) as error:
        print(repr(error))


def deep(n):
    return deep(n - 1) if n else f()


sys.set_coroutine_origin_tracking_depth(8)
deep(9)
print(len(deep(3).cr_origin))

# === Each thread has its own ===
thread = threading.Thread(target=lambda: print(sys.get_coroutine_origin_tracking_depth()))
thread.start()
thread.join()
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)


# === A loop in debug mode ===
class A:
    async def m(self):
        f()
        await asyncio.sleep(0)
        h()
        asyncio.sleep(1)
        print(sys.get_coroutine_origin_tracking_depth())
        await asyncio.create_task(self.k(), name="k")

    async def k(self):
        h()


async def gen():
    yield 1


async def switched():
    gen().asend(None)
    loop = asyncio.get_running_loop()
    for debug in False, True:
        print(sys.get_coroutine_origin_tracking_depth())
        loop.set_debug(debug)
        print(sys.get_coroutine_origin_tracking_depth())
        await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth())


asyncio.run(A().m(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
asyncio.run(switched(), debug=True)
asyncio.run(switched())
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(3)
asyncio.run(switched(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
