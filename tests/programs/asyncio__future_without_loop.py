# A future or task made where no loop runs asks the policy for one; the main thread gets one, with a warning.
import asyncio
import threading


class Policy(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        print("asked")
        return super().get_event_loop()


class NoPolicy(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        return None


async def work():
    return 3


print(asyncio.Future())
loop = asyncio.get_event_loop()
print(asyncio.Future().get_loop() is loop)
task = asyncio.Task(work())
print(loop.run_until_complete(task))
asyncio.set_event_loop_policy(Policy())
other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
print(asyncio.Future().get_loop() is other, asyncio.Future(loop=loop).get_loop() is loop)


async def inside():
    return asyncio.Future().get_loop() is asyncio.get_running_loop()


print(other.run_until_complete(inside()))
asyncio.set_event_loop(None)
for make in asyncio.Future, lambda: asyncio.Task(coroutine):
    coroutine = work()
    try:
        make()
    except RuntimeError as error:
        print(error)
    coroutine.close()
asyncio.set_event_loop_policy(NoPolicy())
try:
    asyncio.Future()
except AttributeError as error:
    print(error)
asyncio.set_event_loop_policy(None)


def elsewhere():
    try:
        asyncio.Future()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=elsewhere, name="t's")
thread.start()
thread.join()
loop.close()
other.close()
